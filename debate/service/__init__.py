"""What a debate can do, whoever asks: one open session, its clock, its people and their secrets."""
