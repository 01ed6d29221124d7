"""Who said what, provably: keys, chains, salts. The only room that knows PyNaCl."""
