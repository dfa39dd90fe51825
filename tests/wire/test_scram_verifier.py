from __future__ import annotations

from base64 import b64decode

import pytest

from pggate.wire.scram_verifier import ITERATIONS, Verifier, make_verifier

PENCIL = Verifier.parse(make_verifier("pencil", b64decode("W22ZaJ0SNY7soEsUEjb6gQ==")))


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


def test_an_unknown_user_always_has_the_same_salt() -> None:
    mock = Verifier.mock("nobody", b"secret")
    assert mock == Verifier.mock("nobody", b"secret")
    assert mock.salt != Verifier.mock("somebody", b"secret").salt
    assert mock.salt != Verifier.mock("nobody", b"other").salt
    assert (len(mock.salt), mock.iterations) == (16, 4096)
    assert mock.doomed


# RFC 7677, 3.
def test_the_proofs_of_rfc_7677() -> None:
    said = (
        b"n=user,r=rOprNGfwEbeRWgbNEkqO,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        b"s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
    )
    proof = b64decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
    assert PENCIL.is_proven(said, proof)
    assert not PENCIL.is_proven(said + b" ", proof)
    assert not PENCIL.is_proven(said, bytes(32))
    assert PENCIL.signature(said) == b64decode("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")


def test_a_password_that_was_sent_as_it_is() -> None:
    assert PENCIL.is_of("pencil")
    assert not PENCIL.is_of("Pencil")
    assert not PENCIL.is_of("")
    nobody = Verifier.mock("nobody", b"secret")
    assert not nobody.is_of("pencil")
