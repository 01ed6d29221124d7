"""What people do with the program, each told once, by keyboard, through a real terminal."""
