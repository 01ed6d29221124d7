"""What the run-sheets that come with the program must be: whole, on time and fair."""
