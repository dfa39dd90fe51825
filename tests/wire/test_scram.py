from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from hashlib import pbkdf2_hmac, sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import FeatureNotSupported, InvalidPassword, PgError, ProtocolViolation
from pggate.wire.scram import ITERATIONS, ScramServer, Verifier, make_verifier, saslprep

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


# rolpassword of PostgreSQL 15.18.
@pytest.mark.parametrize(
    ("password", "verifier"),
    [
        (
            "pencil",
            (
                "SCRAM-SHA-256$4096:rs/AGMppzVdnaOaO9teYlg==$DtpHJ/Xl4g29K0ylm1Qfa9G6h6y5Ci5ojc5cYIEaFe8="
                ":+K+twCOTSI/FDqSfqe7GcwUtMOZgjvkwHSd6uBqgAww="
            ),
        ),
        (
            "\u2168 päss",
            (
                "SCRAM-SHA-256$4096:hBwxE/vX5xBFLAtKJStO3A==$4QvXN+UfgAOz+tdvKqn8ChjIIFaLzDGm0U0fSS5xH5o="
                ":03NGw8+yWRd1IMwpNUaVoHfbI/CLvw+FgQYieJfu0O4="
            ),
        ),
        (
            "é\u0007",
            (
                "SCRAM-SHA-256$4096:0jxJ/xDl8KbC7njs2pc52Q==$WUgVJDdFu/ZG5OPvaCTjyWvuymFxUjF646m6ZRSobDI="
                ":vxG5AD2mmgYfHIL7Wy0HCd1iJ2OrhqNKsdMULtM6U2Q="
            ),
        ),
        (
            "\u06271",
            (
                "SCRAM-SHA-256$4096:cdpuVNF/vhQOszcEgqeVXg==$Mc/JttTCT0iGriBwAhDa+8P4TVRQoBTjjvCcS3OTsFY="
                ":6BASUWtQVG8CT7OcT8Q8oso9vl/Ma8QG6yh0trDAock="
            ),
        ),
        (
            "a\u00a0\u00adé",
            (
                "SCRAM-SHA-256$4096:D+Mn98+zuPx5EofJ5mLOWg==$2U6yYn4Xf4QRdNOAcE6EEh3cFne1uBEAEtTB3NXyJMo="
                ":N6/JvBdsl7oX9iKMoMysUaLn4G0tJa5FxKxRktFY/OQ="
            ),
        ),
    ],
)
def test_verifiers_are_those_of_postgresql(password: str, verifier: str) -> None:
    parsed = Verifier.parse(verifier)
    assert make_verifier(password, parsed.salt) == verifier
    assert str(parsed) == verifier
    assert parsed.iterations == ITERATIONS == 4096


# RFC 4013, 3, and the cases in which the password stays as it is.
@pytest.mark.parametrize(
    ("password", "prepared"),
    [
        ("I\u00adX", "IX"),
        ("user", "user"),
        ("\u00aa", "a"),
        ("\u2168", "IX"),
        ("e\u0301", "é"),
        ("\u00a0é\u200b", " é "),
        ("\u0627\u0628", "\u0627\u0628"),
        ("\u06271\u0628", "\u06271\u0628"),
        ("\u0007", "\u0007"),  # prohibited, but ASCII is not looked at
        ("\u00aa\u0007", "\u00aa\u0007"),  # prohibited: a control character
        ("\u00aa\ue000", "\u00aa\ue000"),  # private use
        ("\u00aa\u0221", "\u00aa\u0221"),  # unassigned in Unicode 3.2
        ("\u00aa\ufffd", "\u00aa\ufffd"),  # inappropriate for plain text
        ("\u00aa\u0627", "\u00aa\u0627"),  # left-to-right and right-to-left
        ("\u06271", "\u06271"),  # does not end right-to-left
        ("\u00ad", "\u00ad"),  # nothing would be left
        ("", ""),
    ],
)
def test_saslprep(password: str, prepared: str) -> None:
    assert saslprep(password) == prepared


@pytest.mark.parametrize(
    "text",
    [
        "",
        "md5" + "0" * 32,
        "SCRAM-SHA-1$4096:c2FsdA==$a:b",
        "SCRAM-SHA-256$0:" + str(PENCIL).split(":", 1)[1],
        str(PENCIL).replace("4096", "x"),
        str(PENCIL)[:-1],
        str(PENCIL) + "\n",
        "SCRAM-SHA-256$4096:c2FsdA==$AAAA:AAAA",
    ],
)
def test_what_is_no_verifier(text: str) -> None:
    with pytest.raises(ValueError):
        Verifier.parse(text)


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
    mock = Verifier.mock("nobody", b"secret")
    assert mock == Verifier.mock("nobody", b"secret")
    assert mock.salt != Verifier.mock("somebody", b"secret").salt
    assert mock.salt != Verifier.mock("nobody", b"other").salt
    assert (len(mock.salt), mock.iterations) == (16, 4096)
    exchange = server(mock)
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
