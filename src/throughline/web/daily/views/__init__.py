"""Write down a checklist, an activity, an answer on the person's own scale, or what was spent; read it, put it right, take it back."""
