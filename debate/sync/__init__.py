"""Carry sealed frames between this machine and remote stores; nothing else in the house needs it."""
