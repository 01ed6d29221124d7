"""The one door to PyNaCl, imported only when something is signed, checked or drawn at random.

Everything else in this room imports it inside a function, so that a program that only lists
sessions never pays for loading libsodium.
"""

from __future__ import annotations

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_box_seal,
    crypto_box_seal_open,
    crypto_pwhash_alg,
    crypto_pwhash_ALG_ARGON2ID13,
    crypto_pwhash_argon2id_MEMLIMIT_MODERATE,
    crypto_pwhash_argon2id_OPSLIMIT_MODERATE,
    crypto_sign,
    crypto_sign_BYTES,
    crypto_sign_ed25519_pk_to_curve25519,
    crypto_sign_ed25519_sk_to_curve25519,
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


def encrypt(plain: bytes, header: bytes, nonce: bytes, key: bytes) -> bytes:
    """Return `plain` under XChaCha20-Poly1305, bound to `header`; 16 bytes longer.

    Args:
        plain: What is hidden.
        header: What stands beside it in the clear and may not be changed.
        nonce: 24 bytes, drawn at random for each message.
        key: 32 bytes.
    """
    return crypto_aead_xchacha20poly1305_ietf_encrypt(plain, header, nonce, key)


def decrypt(cipher: bytes, header: bytes, nonce: bytes, key: bytes) -> bytes | None:
    """Return what `encrypt` hid; None when key, header or bytes are not the same."""
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(cipher, header, nonce, key)
    except CryptoError:
        return None


def stretch(code: bytes, salt: bytes, length: int) -> bytes:
    """Return bytes that cost about a second of work to get from a code that is short enough to say.

    Argon2id with libsodium's moderate limits: 256 MB of memory.
    """
    return crypto_pwhash_alg(
        length,
        code,
        salt,
        crypto_pwhash_argon2id_OPSLIMIT_MODERATE,
        crypto_pwhash_argon2id_MEMLIMIT_MODERATE,
        crypto_pwhash_ALG_ARGON2ID13,
    )


def seal_to(message: bytes, public: bytes) -> bytes | None:
    """Return a message that only the owner of an Ed25519 key can open; None for no such key."""
    try:
        return crypto_box_seal(message, crypto_sign_ed25519_pk_to_curve25519(public))
    except (CryptoError, RuntimeError):
        return None


def unseal(sealed: bytes, public: bytes, secret: bytes) -> bytes | None:
    """Return what was sealed to a key pair of `key_pair`; None when it was not."""
    try:
        return crypto_box_seal_open(
            sealed,
            crypto_sign_ed25519_pk_to_curve25519(public),
            crypto_sign_ed25519_sk_to_curve25519(secret),
        )
    except (CryptoError, RuntimeError, TypeError):
        return None
