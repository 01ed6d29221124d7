"""What keeps the house: sizes, names, rooms, the wheel, the commands, the languages, the papers."""
