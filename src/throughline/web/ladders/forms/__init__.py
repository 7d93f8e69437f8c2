"""The forms of a ladder: a try, putting one right, moving on or back, looking at the risks again."""
