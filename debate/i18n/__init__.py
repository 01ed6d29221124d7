"""Every text in English and Dutch, for each person in their own language. Nothing here is global."""
