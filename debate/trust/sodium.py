"""The one door to PyNaCl, imported only when something is signed, checked or drawn at random.

Everything else in this room imports it inside a function, so that a program that only lists
sessions never pays for loading libsodium.
"""

from __future__ import annotations

from nacl.bindings import (
    crypto_sign,
    crypto_sign_BYTES,
    crypto_sign_open,
    crypto_sign_PUBLICKEYBYTES,
    crypto_sign_seed_keypair,
    randombytes,
)
from nacl.exceptions import CryptoError


def random_bytes(count: int) -> bytes:
    """Return `count` bytes from libsodium's generator."""
    return randombytes(count)


def key_pair(seed: bytes) -> tuple[bytes, bytes]:
    """Return the public key (32 bytes) and libsodium's secret key (64 bytes: seed, public)."""
    return crypto_sign_seed_keypair(seed)


def sign(message: bytes, secret: bytes) -> bytes:
    """Return the Ed25519 signature of `message`, 64 bytes."""
    return crypto_sign(message, secret)[:crypto_sign_BYTES]


def is_signed(message: bytes, signature: bytes, public: bytes) -> bool:
    """Whether `signature` is that of `message` by the owner of `public`."""
    if len(signature) != crypto_sign_BYTES or len(public) != crypto_sign_PUBLICKEYBYTES:
        return False
    try:
        crypto_sign_open(signature + message, public)
    except CryptoError:
        return False
    return True
