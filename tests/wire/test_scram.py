from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from hashlib import pbkdf2_hmac, sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import FeatureNotSupported, InvalidPassword, PgError, ProtocolViolation
from pggate.wire.scram import ScramServer
from pggate.wire.scram_verifier import Verifier, make_verifier

# RFC 7677, 3.
SALT = b64decode("W22ZaJ0SNY7soEsUEjb6gQ==")
CLIENT_NONCE = "rOprNGfwEbeRWgbNEkqO"
SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
NONCE = CLIENT_NONCE + SERVER_NONCE
CLIENT_FIRST = f"n,,n=user,r={CLIENT_NONCE}".encode()
SERVER_FIRST = f"r={NONCE},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096".encode()
PROOF = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
CLIENT_FINAL = f"c=biws,r={NONCE},p={PROOF}".encode()
SERVER_FINAL = b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="

PENCIL = Verifier.parse(make_verifier("pencil", SALT))


def server(verifier: Verifier = PENCIL) -> ScramServer:
    return ScramServer(verifier, SERVER_NONCE, user="user")


def test_the_exchange_of_rfc_7677() -> None:
    exchange = server()
    assert exchange.first(CLIENT_FIRST) == SERVER_FIRST
    assert exchange.final(CLIENT_FINAL) == SERVER_FINAL


def client_final(password: str, first: bytes, server_first: bytes, binding: str) -> bytes:
    """
    The client's half, written apart from the code under test.
    """
    fields = dict(part.split("=", 1) for part in server_first.decode().split(","))
    salted = pbkdf2_hmac("sha256", password.encode(), b64decode(fields["s"]), int(fields["i"]))
    key = hmac.digest(salted, b"Client Key", "sha256")
    bare = first.split(b",", 2)[2]
    without_proof = f"c={binding},r={fields['r']}".encode()
    said = b",".join((bare, server_first, without_proof))
    signature = hmac.digest(sha256(key).digest(), said, "sha256")
    proof = bytes(x ^ y for x, y in zip(key, signature, strict=True))
    return without_proof + b",p=" + b64encode(proof)


@pytest.mark.parametrize(("flag", "binding"), [("n", "biws"), ("y", "eSws")])
@pytest.mark.parametrize("password", ["x", "päss wörd", "'; --", "x" * 1000])
def test_the_right_password_is_right_and_any_other_wrong(password: str, flag: str, binding: str) -> None:
    verifier = Verifier.parse(make_verifier(password, b"0123456789abcdef"))
    first = f"{flag},,n=,r=abc,e=1".encode()
    right, wrong = server(verifier), server(verifier)
    assert right.final(client_final(password, first, right.first(first), binding)).startswith(b"v=")
    with pytest.raises(InvalidPassword, match='password authentication failed for user "user"'):
        wrong.final(client_final(password + "x", first, wrong.first(first), binding))


def test_extensions_in_the_last_message_are_hashed_and_ignored() -> None:
    exchange = server()
    exchange.first(CLIENT_FIRST)
    with pytest.raises(InvalidPassword):  # well-formed, but not what was signed
        exchange.final(CLIENT_FINAL.replace(b",p=", b",x=1,p="))


def test_an_unknown_user_looks_like_a_wrong_password() -> None:
    exchange = server(Verifier.mock("nobody", b"secret"))
    answer = exchange.first(CLIENT_FIRST)
    with pytest.raises(InvalidPassword, match='password authentication failed for user "user"'):
        exchange.final(client_final("pencil", CLIENT_FIRST, answer, "biws"))


def test_an_unknown_user_fails_even_with_a_right_proof() -> None:
    doomed = Verifier(PENCIL.iterations, PENCIL.salt, PENCIL.stored_key, PENCIL.server_key, doomed=True)
    exchange = server(doomed)
    exchange.first(CLIENT_FIRST)
    with pytest.raises(InvalidPassword):
        exchange.final(CLIENT_FINAL)


@pytest.mark.parametrize(
    ("message", "code", "says"),
    [
        (b"", "08P01", "The message is empty."),
        (b"n,,n=,r=a\0b", "08P01", "Message length does not match input length."),
        (b"x,,n=,r=abc", "08P01", 'Unexpected channel-binding flag "x".'),
        (b"\x01", "08P01", 'Unexpected channel-binding flag "0x01".'),
        (b"n;,n=,r=abc", "08P01", 'Comma expected, but found character ";".'),
        (b"n", "08P01", 'Comma expected, but found character "0x00".'),
        (
            b"p=tls-server-end-point,,n=,r=abc",
            "08P01",
            "The client selected SCRAM-SHA-256 without channel binding",
        ),
        (b"n,a=admin,n=,r=abc", "0A000", "authorization identity"),
        (b"n,x,n=,r=abc", "08P01", 'Unexpected attribute "x" in client-first-message.'),
        (b"n,,m=x,n=,r=abc", "0A000", "unsupported SCRAM extension"),
        (b"n,,r=abc", "08P01", 'Expected attribute "n" but found "r".'),
        (b"n,,n=user", "08P01", 'Expected attribute "r" but found "0x00".'),
        (b"n,,n:user,r=abc", "08P01", 'Expected character "=" for attribute "n".'),
        (b"n,,n=,r=a b", "08P01", "non-printable characters in SCRAM nonce"),
        (b"n,,n=,r=a\xff", "08P01", "non-printable characters in SCRAM nonce"),
        (b"n,,n=,r=abc,1=2", "08P01", 'Attribute expected, but found invalid character "1".'),
    ],
)
def test_a_wrong_first_message(message: bytes, code: str, says: str) -> None:
    with pytest.raises(PgError) as caught:
        server().first(message)
    assert caught.value.code == code
    assert says in f"{caught.value.message} {caught.value.detail}"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (b"", "The message is empty."),
        (CLIENT_FINAL.replace(b"biws", b"eSws"), "unexpected SCRAM channel-binding attribute"),
        (CLIENT_FINAL.replace(b"biws", b"cD10bHM="), "unexpected SCRAM channel-binding attribute"),
        (CLIENT_FINAL.replace(b"k0,", b"k1,"), "Nonce does not match."),
        (CLIENT_FINAL.replace(SERVER_NONCE.encode(), b""), "Nonce does not match."),
        (CLIENT_FINAL.replace(b"r=", b"r=\xff"), "Nonce does not match."),
        (CLIENT_FINAL[: CLIENT_FINAL.index(b",p=")], "Attribute expected, but found end of string."),
        (CLIENT_FINAL.replace(b"VQ=", b"V="), "Malformed proof in client-final-message."),
        (CLIENT_FINAL.replace(b"p=", b"p= "), "Malformed proof in client-final-message."),
        (CLIENT_FINAL.replace(b"p=", b"p=\xff"), "Malformed proof in client-final-message."),
        (CLIENT_FINAL + b",x=1", "Garbage found at the end of client-final-message."),
        (b"r=abc", 'Expected attribute "c" but found "r".'),
    ],
)
def test_a_wrong_last_message(message: bytes, says: str) -> None:
    exchange = server()
    exchange.first(CLIENT_FIRST)
    with pytest.raises(ProtocolViolation) as caught:
        exchange.final(message)
    assert says in f"{caught.value.message} {caught.value.detail}"


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_garbage_is_refused_and_nothing_else(first: bytes, final: bytes) -> None:
    exchange = server()
    for message in (first, b"n,," + first, b"n,,n=,r=" + first):
        try:
            exchange.first(message)
        except (ProtocolViolation, FeatureNotSupported):
            continue
    exchange = server()
    exchange.first(CLIENT_FIRST)
    for message in (final, b"c=biws," + final, CLIENT_FINAL[:-5] + final):
        with pytest.raises((ProtocolViolation, InvalidPassword)):
            exchange.final(message)
