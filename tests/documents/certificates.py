"""Certificates of a made-up company, made anew for each run, and a timestamp service on this machine."""

import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from msgspec import Struct
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper

PASSPHRASE = "鍵の合言葉"
TODAY = datetime.now(UTC).replace(microsecond=0)
USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def named(common):
    organisation = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "見本商事株式会社")
    return x509.Name([organisation, x509.NameAttribute(NameOID.COMMON_NAME, common)])


class Office(Struct, dict=True):
    """The company's own issuer, and what it issued."""

    issuer: bytes
    signer: bytes
    stamper: DummyTimeStamper


def office(folder):
    """Make issuer, signer and timestamp service; the P12 of the signer is in `folder`."""
    root_key = ec.generate_private_key(ec.SECP256R1())
    root_name = named("見本商事 認証局")
    root = _certificate(root_name, root_key.public_key(), root_name, root_key, ("key_cert_sign",), ca=True)
    key = ec.generate_private_key(ec.SECP256R1())
    usages = ("digital_signature", "content_commitment")
    signer = _certificate(named("見本 太郎"), key.public_key(), root_name, root_key, usages)
    stamp_key = rsa.generate_private_key(65537, 2048)
    stamp = _certificate(
        named("見本時刻局"), stamp_key.public_key(), root_name, root_key, usages[:1], stamps=True
    )
    pair = _p12(stamp_key, stamp, root, serialization.NoEncryption())
    loaded = SimpleSigner.load_pkcs12_data(pair, other_certs=[], passphrase=None)
    p12 = _p12(key, signer, root, serialization.BestAvailableEncryption(PASSPHRASE.encode()))
    folder.joinpath("signer.p12").write_bytes(p12)
    issuer = root.public_bytes(serialization.Encoding.PEM)
    folder.joinpath("issuer.pem").write_bytes(issuer)
    return Office(
        issuer,
        p12,
        DummyTimeStamper(loaded.signing_cert, loaded.signing_key, certs_to_embed=loaded.cert_registry),
    )


def _p12(key, certificate, root, encryption):
    return pkcs12.serialize_key_and_certificates(b"key", key, certificate, [root], encryption)


def _certificate(subject, public_key, issuer, issuer_key, usages, *, ca=False, stamps=False):
    usage = x509.KeyUsage(**{name: name in usages for name in USAGES})
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(TODAY - timedelta(days=30))
        .not_valid_after(TODAY + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
    )
    if stamps:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
    return builder.sign(issuer_key, hashes.SHA256())


@contextmanager
def timestamp_service(stamper):
    """Answer timestamp questions by HTTP on the loopback interface; give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            answer = stamper.request_tsa_response(tsp.TimeStampReq.load(asked)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *arguments):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
