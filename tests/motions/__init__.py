"""What the motions that come with the program must be: whole, sourced and fair."""
