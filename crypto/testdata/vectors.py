#!/usr/bin/env python3
"""Writes frozen.json and argon2id.txt, from store/FORMAT.md alone.

A second implementation that shares no code with package crypto: Argon2id is
the reference C library (libargon2), XChaCha20-Poly1305 and ChaCha20-Poly1305
are libsodium's, signatures are ssh-keygen's. The files it wrote are kept for
ever; it is here to show where they come from. Needs libargon2.so.1,
libsodium.so.23, ssh-keygen and the Python module cryptography.
"""

import base64
import ctypes
import hashlib
import hmac
import json
import pathlib
import random
import subprocess
import tempfile
import unicodedata

from cryptography.hazmat.primitives import serialization as ser
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

argon2 = ctypes.CDLL("libargon2.so.1")
sodium = ctypes.CDLL("libsodium.so.23")
assert sodium.sodium_init() >= 0

rnd = random.Random(20260202)


def u8(n):
    return n.to_bytes(1, "big")


def u32(n):
    return n.to_bytes(4, "big")


def u64(n):
    return n.to_bytes(8, "big")


def argon2id(password, salt, t, m, p, size):
    out = ctypes.create_string_buffer(size)
    rc = argon2.argon2id_hash_raw(
        ctypes.c_uint32(t), ctypes.c_uint32(m), ctypes.c_uint32(p),
        password, ctypes.c_size_t(len(password)), salt, ctypes.c_size_t(len(salt)),
        out, ctypes.c_size_t(size))
    assert rc == 0, rc
    return out.raw


def aead(name, key, nonce, aad, plain):
    out = ctypes.create_string_buffer(len(plain) + 16)
    call = getattr(sodium, f"crypto_aead_{name}_encrypt")
    rc = call(out, None, plain, ctypes.c_ulonglong(len(plain)),
              aad, ctypes.c_ulonglong(len(aad)), None, nonce, key)
    assert rc == 0, rc
    return out.raw


def hkdf(key, salt, info, size):
    prk = hmac.digest(salt or bytes(32), key, "sha256")
    out, block, n = b"", b"", 1
    while len(out) < size:
        block = hmac.digest(prk, block + info + u8(n), "sha256")
        out, n = out + block, n + 1
    return out[:size]


def seal(key, aad, plain):
    nonce = rnd.randbytes(24)
    return nonce + aead("xchacha20poly1305_ietf", key, nonce, aad, plain)


def padme(n):
    e = n.bit_length() - 1
    step = 1 << (e - e.bit_length())
    return -(-n // step) * step


def padded(prefix, content, stored):
    plain = prefix + u32(len(content)) + content
    return plain + bytes(stored - 40 - len(plain))


def b64(b):
    return base64.b64encode(b).rstrip(b"=")


def age_file(file_key, content):
    """An age v1 file with the one bare stanza, content shorter than a chunk."""
    header = b"age-encryption.org/v1\n-> harbour/file-v1\n\n---"
    mac = hmac.digest(hkdf(file_key, b"", b"header", 32), header, "sha256")
    nonce = rnd.randbytes(16)
    key = hkdf(file_key, nonce, b"payload", 32)
    plain = content + bytes(padme(len(content)) - len(content))
    return header + b" " + b64(mac) + b"\n" + nonce + \
        aead("chacha20poly1305_ietf", key, bytes(11) + b"\x01", b"", plain)


def ssh_signature(seed, namespace, message):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "key")
        path.touch(0o600)
        path.write_bytes(key.private_bytes(
            ser.Encoding.PEM, ser.PrivateFormat.OpenSSH, ser.NoEncryption()))
        block = subprocess.run(
            ["ssh-keygen", "-q", "-Y", "sign", "-f", path, "-n", namespace],
            input=message, capture_output=True, check=True).stdout.split()
    # ssh-keygen's lines have 70 characters, the format's 64.
    text = b"".join(block[3:-3]).decode()
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    block = "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])
    public = key.public_key().public_bytes(ser.Encoding.OpenSSH, ser.PublicFormat.OpenSSH)
    return public.decode(), block


def frozen():
    vault, vk = rnd.randbytes(16), rnd.randbytes(32)
    passphrase = "Ångström harbour lantern seven"
    m, t, p = 256, 2, 2
    salt = rnd.randbytes(16)
    out = argon2id(unicodedata.normalize("NFC", passphrase).encode(), salt, t, m, p, 64)
    front = u8(1) + u32(m) + u32(t) + u8(p) + salt + out[32:]
    slot = front + seal(out[:32], b"harbour/v1/slot" + vault + front, vk)

    k_head = hkdf(vk, vault, b"harbour/v1/k-head", 32)
    k_root = hkdf(vk, vault, b"harbour/v1/k-root", 32)
    item = rnd.getrandbits(63)

    def head(item, kind, rev, key, content):
        return seal(k_head, b"harbour/v1/head" + vault + u64(item),
                    padded(u8(1) + u8(kind) + u64(rev) + key, content, 1000))

    body_key, body_content = rnd.randbytes(32), b'{"story":"' + b"sea " * 700 + b'"}'
    body = seal(body_key, b"harbour/v1/body" + vault + u64(item),
                padded(b"", body_content, padme(len(body_content) + 44)))
    root = u64(41) + rnd.randbytes(32) + rnd.randbytes(32) + u64(5) + rnd.randbytes(32)

    file_item, file_key = rnd.getrandbits(63), rnd.randbytes(16)
    file_content = b"letter of support, signed by nobody real\n" * 30

    card = rnd.randbytes(32)
    raw = argon2id(card, b"harbour/v1/groups", 3, 65536, 4, 60)
    groups = [f"{int.from_bytes(raw[i:i + 5], 'big') % 100000:05d}" for i in range(0, 60, 5)]

    seed, message = rnd.randbytes(32), b"a manifest\nof two lines\n"
    public, block = ssh_signature(seed, "bundle-v1@harbour", message)
    return {
        "vault": vault.hex(),
        "passphrase": passphrase,
        "slot": slot.hex(),
        "item": item,
        "kind": 7,
        "rev": 41,
        "content": '{"code":"H-0041"}',
        "head": head(item, 7, 41, body_key, b'{"code":"H-0041"}').hex(),
        "bodyContent": body_content.decode(),
        "body": body.hex(),
        "rootContent": root.hex(),
        "root": seal(k_root, b"harbour/v1/root" + vault, root).hex(),
        "fileItem": file_item,
        "fileContent": file_content.decode(),
        "fileHead": head(file_item, 9, 1, file_key + bytes(16), b"{}").hex(),
        "file": age_file(file_key, file_content).hex(),
        "plantedFile": age_file(bytes(16), b"planted").hex(),
        "card": card.hex(),
        "groups": groups,
        "seed": seed.hex(),
        "signingKey": public,
        "message": message.decode(),
        "signature": block,
    }


def argon2_table():
    """A hundred cases of a slot's shape, and a hundred of any."""
    letters = "abcdefghijklmnopqrstuvwxyz ÄÖüßéñøł ابتث 海港灯塔 0123456789-'"
    yield "# password salt t m p length hash, by libargon2 (the reference implementation)"
    for i in range(200):
        if i < 100:
            text = "".join(rnd.choice(letters) for _ in range(rnd.randint(1, 60)))
            password, salt, size = unicodedata.normalize("NFC", text).encode(), rnd.randbytes(16), 64
        else:
            password = rnd.randbytes(rnd.randint(0, 100))
            salt, size = rnd.randbytes(rnd.randint(8, 40)), rnd.randint(4, 130)
        t, p = rnd.randint(1, 4), rnd.randint(1, 16)
        m = rnd.randint(8 * p, 512)
        digest = argon2id(password, salt, t, m, p, size)
        yield f"{password.hex() or '-'} {salt.hex()} {t} {m} {p} {size} {digest.hex()}"


here = pathlib.Path(__file__).parent
(here / "frozen.json").write_text(json.dumps(frozen(), indent=1, ensure_ascii=False) + "\n")
(here / "argon2id.txt").write_text("\n".join(argon2_table()) + "\n")
