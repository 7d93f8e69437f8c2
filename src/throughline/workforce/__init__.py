"""Who is on shift, who read which card, and who can do a key routine."""
