#!/usr/bin/env python3
"""Tests of verify-evidence.py: exports made here, whole and broken in every way it names."""

import base64
import hashlib
import importlib.util
import io
import json
import os
import pathlib
import struct
import tempfile
import time
import unittest
import uuid
import zipfile
from contextlib import redirect_stderr, redirect_stdout

HERE = pathlib.Path(__file__).parent
SPEC = importlib.util.spec_from_file_location("verify_evidence", HERE / "verify-evidence.py")
verifier = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(verifier)

ORIGIN = "livret.test/register"


def encode(data):
    return base64.b64encode(data).decode("ascii")


class Signer:
    """Signs as RFC 8032, section 5.1.6, says."""

    def __init__(self, seed, name=ORIGIN):
        digest = hashlib.sha512(seed).digest()
        scalar = int.from_bytes(digest[:32], "little")
        self.scalar = (scalar & ((1 << 254) - 8)) | (1 << 254)
        self.prefix, self.name = digest[32:], name
        self.public = self.encoded(verifier.multiply(self.scalar, verifier.BASE))
        typed = b"\x01" + self.public
        self.hash = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
        self.text = "%s+%s+%s" % (name, self.hash.hex(), encode(typed))

    @staticmethod
    def encoded(point):
        inverse = pow(point[2], verifier.P - 2, verifier.P)
        x, y = point[0] * inverse % verifier.P, point[1] * inverse % verifier.P
        return (y | (x & 1) << 255).to_bytes(32, "little")

    def sign(self, text):
        r = int.from_bytes(hashlib.sha512(self.prefix + text).digest(), "little") % verifier.Q
        point = self.encoded(verifier.multiply(r, verifier.BASE))
        h = int.from_bytes(hashlib.sha512(point + self.public + text).digest(), "little") % verifier.Q
        return point + ((r + h * self.scalar) % verifier.Q).to_bytes(32, "little")

    def line(self, text):
        return "\u2014 %s %s\n" % (self.name, encode(self.hash + self.sign(text.encode())))


KEY, NEXT, STRANGER = Signer(b"k" * 32), Signer(b"n" * 32), Signer(b"s" * 32)
KEYS = KEY.text + " 2026-01-01T00:00:00Z\n"


def event(position):
    return {
        "position": position, "at": 1795366800123456 + position, "sequence": position % 3,
        "id": str(uuid.UUID(int=position)), "aggregate": None if position % 5 == 0 else "path",
        "type": "path.Opened", "revision": "1" if position % 2 else None,
        "stream": "caf\u00e9 \"%d\"\n" % position,
        "payload": encode(b"payload %d" % position), "metadata": encode(b""),
    }


def root(leaves):
    """MTH of RFC 9162, section 2.1.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256().digest()
    middle = split(len(leaves))
    return hashlib.sha256(b"\x01" + root(leaves[:middle]) + root(leaves[middle:])).digest()


def path(index, leaves):
    """PATH of RFC 9162, section 2.1.3.1."""
    if len(leaves) == 1:
        return []
    middle = split(len(leaves))
    if index < middle:
        return path(index, leaves[:middle]) + [root(leaves[middle:])]
    return path(index - middle, leaves[middle:]) + [root(leaves[:middle])]


def split(size):
    return 1 << ((size - 1).bit_length() - 1)


def leaf(one):
    return verifier.leaf_hash(verifier.content(one))


def note(size, root_hash, *signers):
    text = "%s\n%d\n%s\n" % (ORIGIN, size, encode(root_hash))
    return text + "\n" + "".join(signer.line(text) for signer in signers)


class ExportTest(unittest.TestCase):
    SIZE = 37

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.events = [event(position) for position in range(1, self.SIZE + 1)]
        self.leaves = [leaf(one) for one in self.events]
        self.files = {"checkpoint": note(self.SIZE, root(self.leaves), KEY), "keys": KEYS}

    def choose(self, *positions):
        self.events = [self.events[position - 1] for position in positions]
        self.proofs = {
            str(position): {
                "leaf": encode(self.leaves[position - 1]),
                "hashes": [encode(one) for one in path(position - 1, self.leaves)],
            } for position in positions
        }

    def write(self):
        if hasattr(self, "proofs"):
            self.files["proofs.json"] = json.dumps({"size": self.SIZE, "proofs": self.proofs})
        self.files.setdefault(
            "events.ndjson", "".join(json.dumps(one) + "\n" for one in self.events))
        for name, text in self.files.items():
            pathlib.Path(self.folder.name, name).write_bytes(text.encode("utf-8"))
        return self.folder.name

    def fits(self, *known):
        return verifier.check(self.write(), known)

    def wrong(self, sentence, *known):
        with self.assertRaises(verifier.Wrong) as caught:
            verifier.check(self.write(), known)
        self.assertIn(sentence, str(caught.exception))

    # --- whole ---

    def test_a_full_export_fits(self):
        self.assertIn("37 events are exactly the 37 of checkpoint " + ORIGIN, self.fits())

    def test_chosen_events_fit(self):
        self.choose(1, 2, 17, 36, 37)
        self.assertIn("5 events are among the 37", self.fits())

    def test_every_event_alone_fits(self):
        events = self.events
        for position in range(1, self.SIZE + 1):
            self.events = events
            self.choose(position)
            self.files.pop("events.ndjson", None)
            self.assertIn("1 events are among the 37", self.fits())

    def test_every_size_fits(self):
        for size in range(1, self.SIZE):
            tree = verifier.Tree()
            for one in self.leaves[:size]:
                tree.append(one)
            self.assertEqual(tree.root(), root(self.leaves[:size]))

    def test_a_zip_fits(self):
        folder, file = self.write(), os.path.join(self.folder.name, "export.zip")
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
            for name in self.files:
                written.write(os.path.join(folder, name), name)
        self.assertIn("37 events", verifier.check(file))
        whole = pathlib.Path(file).read_bytes()
        pathlib.Path(file).write_bytes(whole[: len(whole) // 2])
        with self.assertRaisesRegex(verifier.Wrong, "cut short: .* is not a whole zip file"):
            verifier.check(file)
        broken = bytearray(whole)
        broken[whole.index(b"events.ndjson") + 300] ^= 255
        pathlib.Path(file).write_bytes(bytes(broken))
        with self.assertRaises(verifier.Wrong):
            verifier.check(file)

    # --- cut short ---

    def test_a_missing_file_is_named(self):
        for name in ("events.ndjson", "checkpoint", "keys"):
            os.remove(os.path.join(self.write(), name))
            with self.assertRaisesRegex(verifier.Wrong, "cut short: %s is missing" % name):
                verifier.check(self.folder.name)

    def test_no_export_is_named(self):
        with self.assertRaisesRegex(verifier.Wrong, "there is no export at"):
            verifier.check(os.path.join(self.folder.name, "nowhere"))

    def test_missing_last_events_are_named(self):
        del self.events[30:]
        self.wrong("the export is cut short: it ends at position 30, and the checkpoint covers 37")

    def test_a_line_cut_short_is_named(self):
        text = "".join(json.dumps(one) + "\n" for one in self.events)
        self.files["events.ndjson"] = text[:-1]
        self.wrong("the export is cut short in line 37")
        self.files["events.ndjson"] = text[:-20] + "\n"
        self.wrong("line 37 of events.ndjson is no JSON")

    def test_missing_chosen_events_are_named(self):
        self.choose(3, 9, 20)
        del self.events[2]
        self.wrong("the export is cut short: position 20 is missing, of which there is a proof")

    def test_nothing_chosen_is_named(self):
        self.choose()
        self.wrong("there is no event in it")

    def test_a_note_cut_short_is_named(self):
        whole = self.files["checkpoint"]
        for end in (0, 10, whole.index("\n\n") + 1, whole.index("\n\n") + 2, len(whole) - 1):
            self.files["checkpoint"] = whole[:end]
            self.wrong("the checkpoint")

    def test_proofs_cut_short_are_named(self):
        self.choose(3)
        folder = self.write()
        text = self.files["proofs.json"]
        pathlib.Path(folder, "proofs.json").write_text(text[:-5])
        with self.assertRaisesRegex(verifier.Wrong, "proofs.json is cut short or changed"):
            verifier.check(folder)

    # --- gaps and strangers among events ---

    def test_a_gap_is_named(self):
        del self.events[11]
        self.wrong("there is a gap: position 12 is missing")

    def test_a_gap_among_chosen_events_is_named(self):
        self.choose(3, 9, 20)
        del self.events[1]
        self.wrong("there is a gap: position 9 is missing, of which there is a proof")

    def test_an_event_twice_or_out_of_order_is_named(self):
        self.events.insert(5, self.events[4])
        self.wrong("the event at position 5 does not belong behind position 5")

    def test_chosen_events_out_of_order_are_named(self):
        self.choose(3, 9)
        self.events.append(self.events[0])
        self.wrong("the event at position 3 does not belong behind position 9")

    def test_an_event_behind_the_checkpoint_is_named(self):
        self.events.append(event(38))
        self.wrong("the event at position 38 does not belong: the checkpoint covers 37 events")

    def test_an_event_without_a_proof_is_named(self):
        self.choose(3, 9)
        self.events.insert(1, event(5))
        self.wrong("the event at position 5 does not belong: there is no proof of it")

    def test_an_event_changed_in_any_field_is_found(self):
        changes = {
            "at": 5, "sequence": 9, "id": str(uuid.UUID(int=99)), "aggregate": "vae", "type": "x",
            "revision": "7", "stream": "x", "payload": encode(b"x"), "metadata": encode(b"x"),
        }
        for field, value in changes.items():
            self.events[7] = dict(event(8), **{field: value})
            self.files.pop("events.ndjson", None)
            self.wrong("the events are not those of the checkpoint")

    def test_a_chosen_event_changed_in_any_field_is_named(self):
        self.choose(7, 8)
        for field, value in {"at": 5, "aggregate": None, "payload": encode(b"x")}.items():
            self.events[1] = dict(event(8), **{field: value})
            self.files.pop("events.ndjson", None)
            self.wrong("the event at position 8 does not belong: it is not the one that is proved")

    def test_what_is_no_event_is_named(self):
        for field, value in {
                "position": "8", "at": 1.5, "stream": None, "payload": "*", "sequence": True,
                "id": "8", "metadata": "YR==", "type": "\ud800", "at ": 1}.items():
            self.events[7] = dict(event(8), **{field: value})
            self.files.pop("events.ndjson", None)
            with self.assertRaises(verifier.Wrong):
                self.fits()
        self.events[7] = dict(event(8), at=2**63)
        self.files.pop("events.ndjson", None)
        self.wrong("the event at position 8 is not in the form of one")

    # --- proofs ---

    def test_a_wrong_proof_is_named(self):
        self.choose(8, 9)
        hashes = self.proofs["9"]["hashes"]
        for broken in (hashes[1:], hashes[:-1], hashes + hashes[:1], hashes[::-1], []):
            self.proofs["9"]["hashes"] = broken
            self.wrong("the proof of position 9 is wrong: it does not lead to the signed root")

    def test_a_proof_of_another_position_is_wrong(self):
        self.choose(8, 9)
        self.proofs["8"], self.proofs["9"] = self.proofs["9"], self.proofs["8"]
        self.wrong("the proof of position 8 is wrong")

    def test_proofs_of_another_size_are_named(self):
        self.choose(8)
        self.write()
        text = self.files["proofs.json"].replace('"size": 37', '"size": 36')
        pathlib.Path(self.folder.name, "proofs.json").write_text(text)
        with self.assertRaisesRegex(verifier.Wrong, "the proofs are of size 36"):
            verifier.check(self.folder.name)

    def test_a_hash_of_another_length_is_no_proof(self):
        self.choose(8)
        self.proofs["8"]["hashes"][0] = encode(b"x" * 31)
        self.wrong("proofs.json is cut short or changed")

    # --- keys and signatures ---

    def test_an_unknown_key_is_named(self):
        self.files["checkpoint"] = note(self.SIZE, root(self.leaves), STRANGER)
        self.wrong("the checkpoint is signed by an unknown key: %s+%s" % (ORIGIN, STRANGER.hash.hex()))

    def test_only_keys_known_from_elsewhere_count_where_there_are_any(self):
        self.assertNotIn("compare", self.fits(KEY.text))
        self.wrong("the checkpoint is signed by an unknown key", STRANGER.text)
        self.wrong("this is no verifier key", "nonsense")

    def test_a_key_of_another_name_is_unknown(self):
        other = Signer(b"k" * 32, "elsewhere")
        self.files["checkpoint"] = note(self.SIZE, root(self.leaves), other)
        self.files["keys"] = other.text + " 2026-01-01T00:00:00Z\n"
        self.wrong("the checkpoint is signed by an unknown key")

    def test_a_bad_signature_is_named(self):
        self.files["checkpoint"] = self.files["checkpoint"].replace("\n37\n", "\n36\n")
        self.wrong("the signature of key %s+%s under the checkpoint is wrong" % (ORIGIN, KEY.hash.hex()))

    def test_a_signature_of_another_key_under_a_known_name_is_bad(self):
        text, _, line = self.files["checkpoint"].rpartition("\n\n")
        forged = encode(KEY.hash + STRANGER.sign((text + "\n").encode()))
        self.files["checkpoint"] = "%s\n\n\u2014 %s %s\n" % (text, ORIGIN, forged)
        self.wrong("is wrong")

    def test_a_key_that_was_replaced_signs_nothing_larger(self):
        self.files["keys"] = KEY.text + " 2026-01-01T00:00:00Z 2026-06-01T00:00:00Z 36\n"
        self.wrong("is signed by key %s+%s alone, which was replaced at size 36" % (ORIGIN, KEY.hash.hex()))
        self.files["keys"] += NEXT.text + " 2026-06-01T00:00:00Z\n"
        self.files["checkpoint"] = note(self.SIZE, root(self.leaves), KEY, NEXT)
        self.assertIn(NEXT.text, self.fits())
        self.files["keys"] = KEY.text + " 2026-01-01T00:00:00Z 2026-06-01T00:00:00Z 37\n"
        self.assertIn(KEY.text, self.fits())

    def test_a_line_that_is_no_key_is_named(self):
        for line in (KEY.text, "x 2026-01-01T00:00:00Z", KEY.text + " a b c",
                     KEY.text.replace("+" + KEY.hash.hex(), "+00000000") + " 2026-01-01T00:00:00Z"):
            self.files["keys"] = line + "\n"
            self.wrong("this is")

    # --- the command ---

    def run_main(self, *arguments):
        said, complained = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(complained):
            status = verifier.main(list(arguments))
        return status, said.getvalue(), complained.getvalue()

    def test_the_command_answers_by_its_status_and_one_sentence(self):
        status, said, complained = self.run_main(self.write(), "--key", KEY.text)
        self.assertEqual((status, complained), (0, ""))
        self.assertTrue(said.startswith("OK: 37 events are exactly"))
        os.remove(os.path.join(self.folder.name, "keys"))
        status, said, complained = self.run_main(self.folder.name)
        self.assertEqual((status, said), (1, ""))
        self.assertEqual(complained, "WRONG: the export is cut short: keys is missing\n")

    def test_a_wrong_command_is_told_how(self):
        for arguments in ((), ("a", "b"), ("a", "--key"), ("--help",)):
            status, _, complained = self.run_main(*arguments)
            self.assertEqual(status, 2)
            self.assertIn("Usage:", complained)


class BundleTest(unittest.TestCase):
    """A bundle of a path with two facts, an application, a refusal and a r\u00e9f\u00e9rentiel."""

    PATH = "6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11"
    DOCUMENT = '{"code":"AMIS-2013"}'
    SEALED = {"person": "p", "ciphertext": "c2VhbGVk"}

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.events = [event(position) for position in range(1, 21)]
        self.stored(3, self.PATH, 0, "path.PathOpened", {"openedOn": "2014-01-06", "route": "CAPITALISATION"},
                    decision=json.dumps({"command": "path.OpenPath", "content": {"name": self.SEALED}}))
        self.stored(7, self.PATH, 1, "path.CcpObtained", {
            "ccp": "CCP1", "obtainedOn": "2014-03-10", "rule": "TP-2006/1#ccp.granting",
            "evaluators": [{"name": self.SEALED, "ownTrainer": False}]}, decision='{"command":"path.RecordCcp"}')
        self.stored(8, "refusal", 0, "audit.CommandRefused", {
            "target": self.PATH, "command": "RecordCcp", "code": "CCP_ALREADY_HELD", "rule": "record.once-only",
            "facts": {"ccp": "CCP1"}, "refusedOn": "2026-11-22"})
        self.stored(9, "AMIS-2013", 0, "referentiel.ReferentielPublished", {
            "referentiel": "AMIS-2013", "version": 1, "document": self.DOCUMENT, "publishedOn": "2013-01-01"})
        self.chosen = [3, 7, 8, 9]
        self.opened = {"name": "Dupr\u00e9", "ownTrainer": False}
        self.facts = [
            self.fact(3, "PATH", "2014-01-06", "Parcours ouvert le 06/01/2014."),
            self.fact(7, "PATH", "2014-03-10", "CCP1 obtenu le 10/03/2014.", evaluators=[self.opened]),
            self.fact(8, "ANSWER", "2026-11-22", "Demande refus\u00e9e."),
            self.fact(9, "REFERENTIEL", "2013-01-01", "R\u00e9f\u00e9rentiel \u00ab AMIS \u00bb."),
        ]
        self.facts[1]["legalBasis"] = {"rule": "TP-2006/1#ccp.granting"}
        self.decisions = [
            self.decision(3, "ACCEPTED", journal={"command": "path.OpenPath", "content": {"name": "Dupr\u00e9"}}),
            self.decision(7, "ACCEPTED", journal={"command": "path.RecordCcp"}),
            self.decision(8, "REFUSED", command="RecordCcp", code="CCP_ALREADY_HELD", rule="record.once-only",
                          facts={"ccp": "CCP1"}),
            self.decision(9, "ACCEPTED"),
        ]
        self.proofs = [self.proof(
            "2019-03-10", self.taken("2014-03-10", 7),
            {"operation": "ADDED", "from": "2014-03-10", "amount": "P5Y", "day": "2019-03-10"})]
        self.replaced = {}

    def stored(self, position, stream, sequence, kind, payload, **metadata):
        metadata = dict(metadata, actor="anonymous", requestId="r%d" % position)
        self.events[position - 1].update(
            stream=stream, sequence=sequence, type=kind, revision="1",
            payload=encode(json.dumps(payload).encode()), metadata=encode(json.dumps(metadata).encode()))

    def fact(self, position, about, day, sentence, **opened):
        one = self.events[position - 1]
        return {
            "position": position, "about": about, "stream": one["stream"], "sequence": one["sequence"],
            "type": one["type"], "revision": "1", "effectiveOn": day, "recordedAt": moment(one["at"]),
            "summary": sentence, "recordedBy": {"actor": "anonymous", "requestId": "r%d" % position},
            "data": dict(json.loads(base64.b64decode(one["payload"])), **opened),
        }

    def decision(self, position, outcome, **more):
        return dict({
            "outcome": outcome, "positions": [position], "recordedAt": moment(self.events[position - 1]["at"]),
            "recordedBy": {"actor": "anonymous", "requestId": "r%d" % position}}, **more)

    def proof(self, day, *steps):
        return {"claim": "WINDOW_LAST_DAY", "day": day, "steps": list(steps),
                "sentence": {"fr": "La fen\u00eatre court jusqu'au %s." % verifier.slashed(day), "en": ""}}

    @staticmethod
    def taken(day, *positions):
        return {"operation": "TAKEN", "day": day,
                "anchors": [{"day": day, "facts": [{"position": position} for position in positions]}]}

    def page(self):
        return "<!doctype html><title>x</title><table>" + "".join(
            '<tr><td><time data-effective="%d" datetime="%s">%s</time><td><span data-fact="%d">%s</span>' % (
                fact["position"], fact["effectiveOn"], "/".join(reversed(fact["effectiveOn"].split("-"))),
                fact["position"], fact["summary"].replace("\u00ab", "&laquo;")) for fact in self.facts) + "".join(
            '<p data-proof="%d"><b>%s</b></p>' % (number, proof["sentence"]["fr"])
            for number, proof in enumerate(self.proofs))

    def write(self, **edited):
        """Writes the bundle; what is edited afterwards, its manifest does not know."""
        leaves = [leaf(one) for one in self.events]
        self.files = dict({
            "checkpoint": note(20, root(leaves), KEY), "keys": KEYS,
            "events.ndjson": "".join(json.dumps(self.events[position - 1]) + "\n" for position in self.chosen),
            "proofs.json": json.dumps({"size": 20, "proofs": {
                str(position): {
                    "leaf": encode(leaves[position - 1]),
                    "hashes": [encode(one) for one in path(position - 1, leaves)],
                } for position in self.chosen}}),
            "history.json": json.dumps({"path": self.PATH, "facts": self.facts}),
            "decisions.json": json.dumps({"path": self.PATH, "decisions": self.decisions}),
            "worked-proofs.json": json.dumps({"path": self.PATH, "proofs": self.proofs}),
            "LISEZ-MOI.html": self.page(),
            "documents/referentiels/AMIS-2013-v1.json": self.DOCUMENT,
            "documents/regimes/TP-2006-1.yaml": "code: TP-2006\n",
        }, **self.replaced)
        self.files["manifest.json"] = json.dumps({
            "form": "livret-evidence-bundle/1", "path": self.PATH, "files": {
                name: {"bytes": len(text.encode()), "sha256": hashlib.sha256(text.encode()).hexdigest()}
                for name, text in self.files.items()}})
        for name, text in self.files.items():
            file = pathlib.Path(self.folder.name, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        for name, (old, by) in edited.items():
            file = pathlib.Path(self.folder.name, name)
            self.assertIn(old, file.read_text("utf-8"))
            file.write_text(file.read_text("utf-8").replace(old, by), "utf-8")
        return self.folder.name

    def wrong(self, sentence, *known, **edited):
        with self.assertRaises(verifier.Wrong) as caught:
            verifier.check(self.write(**edited), known)
        self.assertIn(sentence, str(caught.exception))

    def test_a_bundle_fits_and_says_what_is_not_proved(self):
        said = verifier.check(self.write(), [KEY.text])
        self.assertIn("4 events are among the 20 of checkpoint", said)
        self.assertIn("4 decisions told as they are stored, 1 refusal among them", said)
        self.assertIn("1 r\u00e9f\u00e9rentiel as recorded", said)
        self.assertIn("NOT proved: 1 text stored sealed and told open, 0 of them erased", said)
        self.assertIn("documents/regimes/TP-2006-1.yaml", said)
        self.assertNotIn("whose it is", said)
        self.assertIn("all fits together, and not whose it is", verifier.check(self.folder.name))

    def test_erased_texts_are_counted(self):
        self.opened["name"] = "effac\u00e9"
        self.assertIn("1 text stored sealed and told open, 1 of them erased", verifier.check(self.write()))

    def test_a_zip_of_it_fits_and_half_of_it_does_not(self):
        folder, file = self.write(), self.folder.name + ".zip"
        self.addCleanup(os.remove, file)
        with zipfile.ZipFile(file, "w") as written:
            for name in self.files:
                written.write(os.path.join(folder, name), name)
        self.assertIn("4 events are among the 20", verifier.check(file))
        whole = pathlib.Path(file).read_bytes()
        pathlib.Path(file).write_bytes(whole[: len(whole) // 2])
        with self.assertRaisesRegex(verifier.Wrong, "cut short: .* is not a whole zip file"):
            verifier.check(file)

    def test_a_missing_file_is_named(self):
        for name in [name for name in self.write() and self.files if name != "manifest.json"]:
            os.remove(os.path.join(self.write(), name))
            with self.assertRaisesRegex(verifier.Wrong, "cut short: %s is missing" % name):
                verifier.check(self.folder.name)

    def test_a_file_more_is_named(self):
        pathlib.Path(self.write(), "more.txt").write_text("x")
        with self.assertRaisesRegex(verifier.Wrong, "more.txt does not belong"):
            verifier.check(self.folder.name)

    def test_a_file_changed_is_named_where_nothing_else_tells(self):
        for name, old in {"worked-proofs.json": ": ", "documents/regimes/TP-2006-1.yaml": "2006",
                          "LISEZ-MOI.html": "<title>x"}.items():
            self.wrong("%s was changed" % name, **{name: (old, old + " ")})

    def test_an_event_changed_in_one_byte_is_named(self):
        self.wrong("the event at position 7 does not belong: it is not the one that is proved",
                   **{"events.ndjson": ('"at": %d' % self.events[6]["at"], '"at": %d' % (self.events[6]["at"] + 1))})

    def test_a_proof_of_another_log_is_named(self):
        other = [leaf(dict(one, at=one["at"] + 1)) for one in self.events]
        self.replaced["checkpoint"] = note(20, root(other), KEY)
        self.wrong("the proof of position 3 is wrong: it does not lead to the signed root")

    def test_a_checkpoint_of_an_unknown_key_is_named(self):
        self.wrong("the checkpoint is signed by an unknown key", STRANGER.text)
        leaves = [leaf(one) for one in self.events]
        self.replaced = {"checkpoint": note(20, root(leaves), STRANGER)}
        self.wrong("the checkpoint is signed by an unknown key: %s+%s" % (ORIGIN, STRANGER.hash.hex()))

    def test_a_history_that_says_something_else_is_named(self):
        for field, value in {
                "stream": "x", "sequence": 5, "type": "path.TitleAwarded", "revision": "2",
                "recordedAt": "2014-01-06T00:00:00Z", "recordedBy": {"actor": "somebody"},
                "effectiveOn": "2014-03-11", "summary": "CCP1 obtenu le 11/03/2014.",
                "legalBasis": {"rule": "TP-2016/1#ccp.granting"}}.items():
            self.setUp()
            self.facts[1][field] = value
            self.wrong("history.json does not say what is stored at position 7: ")
        for field, value in {"obtainedOn": "2014-03-11", "ccp": True, "evaluators": []}.items():
            self.setUp()
            self.facts[1]["data"][field] = value
            self.wrong("history.json does not say what is stored at position 7: data")
        self.setUp()
        self.facts[1]["data"]["more"] = 1
        self.wrong("history.json does not say what is stored at position 7: data")
        self.setUp()
        self.opened["ownTrainer"] = 0
        self.wrong("position 7: data.evaluators[0].ownTrainer is false, and 0 was told")

    def test_an_event_left_out_told_twice_or_made_up_is_named(self):
        whole = self.facts
        self.facts = whole[:1] + whole[2:]
        self.wrong("history.json tells position 7 0 times")
        self.facts = whole + whole[1:2]
        self.wrong("history.json tells position 7 2 times")
        self.facts = whole + [dict(whole[1], position=11)]
        self.wrong("history.json tells position 11, which is not proved")
        self.facts = whole[::-1]
        self.wrong("in another order than the log")

    def test_a_fact_of_the_path_left_out_altogether_is_named(self):
        self.chosen = [7, 8, 9]
        self.facts, self.decisions = self.facts[1:], self.decisions[1:]
        self.wrong("fact 1 of the path is missing before position 7")

    def test_decisions_that_say_something_else_are_named(self):
        for position, field, value in (
                (8, "outcome", "ACCEPTED"), (8, "code", "CCP_UNKNOWN"), (8, "rule", "x"), (8, "facts", {}),
                (8, "command", "x"), (7, "recordedBy", {}), (7, "recordedAt", None), (7, "journal", None),
                (7, "journal", {"command": "path.AnnulCcp"})):
            self.setUp()
            {3: self.decisions[0], 7: self.decisions[1], 8: self.decisions[2]}[position][field] = value
            self.wrong("decisions.json does not say what is stored at position %d" % position)
        self.setUp()
        self.decisions.pop()
        self.wrong("decisions.json does not tell each position once")
        self.decisions[0]["positions"] = [4]
        self.wrong("decisions.json tells of positions that are not proved: [4]")

    def test_every_step_of_a_date_is_computed_anew(self):
        def step(operation, day, **more):
            return dict(more, operation=operation, day=day)

        self.proofs = [
            self.proof("2014-03-11", self.taken("2014-03-10", 7), step("NEXT", "2014-03-11", **{"from": "2014-03-10"})),
            self.proof("2014-02-28", self.taken("2012-02-29"), step(
                "ADDED", "2014-02-28", amount="P1Y12M", **{"from": "2012-02-29"})),
            self.proof("2014-02-28", self.taken("2014-03-31"), step(
                "SUBTRACTED", "2014-02-28", amount="P1M", **{"from": "2014-03-31"})),
            self.proof("2016-02-29", self.taken("2016-03-15"), step(
                "SUBTRACTED", "2016-02-29", amount="P15D", **{"from": "2016-03-15"})),
            self.proof("2014-03-10", step("COMPLETED", "2014-03-10", anchors=[
                {"day": "2014-01-06", "facts": [{"position": 3}]}, {"day": "2014-03-10", "facts": []}])),
            self.proof("2014-03-10", self.taken("2014-01-06", 3), step(
                "NOT_BEFORE", "2014-03-10", anchors=self.taken("2014-03-10", 7)["anchors"], **{"from": "2014-01-06"})),
            self.proof("2019-01-01", step("EARLIEST", "2019-01-01", limits=[
                {"lastDay": "2019-03-10"}, {"lastDay": "2019-01-01"}])),
            self.proof("2014-03-10", self.taken("2014-03-10"), step(
                "WITHIN", "2014-03-10", lastDay="2014-03-10", **{"from": "2014-03-10"})),
            self.proof("2014-03-10", self.taken("2014-03-10"), step("DEEMED", "2014-03-10", **{"from": "2014-03-10"})),
            self.proof("2014-03-10", step("CLOSED", "2014-03-10", anchors=[{"day": "2014-03-10", "facts": []}])),
            self.proof("2020-03-10", step("PROROGUED", "2020-03-10")),
        ]
        self.assertIn("11 dates worked out from these events", verifier.check(self.write()))
        for proof in self.proofs[:10]:
            self.setUp()
            proof["steps"][-1]["day"] = proof["day"] = "2021-01-01"
            self.proofs = [proof]
            self.wrong("proof 1 in worked-proofs.json is wrong: %s comes to" % proof["steps"][-1]["operation"])

    def test_a_date_that_does_not_follow_is_named(self):
        for change, sentence in (
                (lambda proof: proof.update(day="2019-03-11"), "its steps come to 2019-03-10, and not to 2019-03-11"),
                (lambda proof: proof["sentence"].update(fr="jusqu'au 11/03/2019"), "its sentence does not have the day"),
                (lambda proof: proof["steps"][0]["anchors"][0]["facts"].append({"position": 11}),
                 "it rests on position 11, which is not proved"),
                (lambda proof: proof["steps"][0]["anchors"][0]["facts"].append({"position": 3}),
                 "position 3 does not have the day 2014-03-10"),
                (lambda proof: proof["steps"][1].update({"from": "2014-03-09", "day": "2019-03-09"}),
                 "a step starts from 2014-03-09, and the one before comes to 2014-03-10"),
                (lambda proof: proof["steps"][1].update(operation="GUESSED"), "nobody knows the step GUESSED"),
                (lambda proof: proof["steps"][1].update(amount="five years"), "five years is no length of time"),
                (lambda proof: proof["steps"].clear(), "its steps come to None"),
                (lambda proof: proof.update(steps=None), "has not the form of one")):
            self.setUp()
            change(self.proofs[0])
            self.replaced = {"LISEZ-MOI.html": "<p>"}
            self.wrong(sentence)

    def test_another_document_is_named(self):
        name = "documents/referentiels/AMIS-2013-v1.json"
        self.replaced = {name: "{}"}
        self.wrong(name + " is not the document that was recorded")

    def test_a_page_that_says_something_else_is_named(self):
        page = self.page()
        for old, by in (("obtenu", "refus\u00e9"), ('<span data-fact="9">', "<span>")):
            self.replaced = {"LISEZ-MOI.html": page.replace(old, by)}
            self.wrong("LISEZ-MOI.html does not tell position")
        self.replaced = {"LISEZ-MOI.html": page + '<span data-fact="12">more</span>'}
        self.wrong("LISEZ-MOI.html does not tell position 12")
        self.replaced = {"LISEZ-MOI.html": page.replace(">10/03/2014<", ">11/03/2014<")}
        self.wrong("LISEZ-MOI.html gives position 7 another day")
        self.replaced = {"LISEZ-MOI.html": page.replace("court", "courait")}
        self.wrong("LISEZ-MOI.html does not tell the dates as worked-proofs.json does")
        self.replaced = {"LISEZ-MOI.html": page + "<script></script>"}
        self.wrong("LISEZ-MOI.html was changed: it has <script>")

    def test_what_is_no_bundle_is_named(self):
        self.wrong("is not that of a bundle", **{"manifest.json": ("bundle/1", "bundle/2")})
        for name in ("history.json", "decisions.json", "worked-proofs.json", "manifest.json"):
            self.replaced = {}
            self.wrong("%s is no JSON" % name, **{name: ("{", "")})
        self.replaced = {"history.json": json.dumps({"path": "another", "facts": []})}
        self.wrong("history.json has not the form it must have, or is of another path")


def moment(at):
    return "%sT%s.%06dZ" % (*time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(at // 10**6)).split(), at % 10**6)


class FormatsTest(unittest.TestCase):

    def test_signatures_of_rfc_8032_verify_and_nothing_near_them(self):
        for public, text, signature in (
            ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
             "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
             "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
            ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
             "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
            ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
             "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
             "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
        ):
            public, text, signature = map(bytes.fromhex, (public, text, signature))
            self.assertTrue(verifier.verifies(public, text, signature))
            self.assertFalse(verifier.verifies(public, text + b"x", signature))
            for bit in range(0, 512, 37):
                broken = bytearray(signature)
                broken[bit // 8] ^= 1 << bit % 8
                self.assertFalse(verifier.verifies(public, text, bytes(broken)))
            larger = int.from_bytes(signature[32:], "little") + verifier.Q
            self.assertFalse(verifier.verifies(public, text, signature[:32] + larger.to_bytes(32, "little")))
            self.assertFalse(verifier.verifies(public, text, signature[:-1]))

    def test_a_leaf_is_the_bytes_its_description_tells(self):
        written = verifier.content({
            "position": 7, "at": 1795366800123456, "sequence": 3,
            "id": "01020304-0506-0708-090a-0b0c0d0e0f10", "aggregate": "a", "type": "\u00e9",
            "revision": None, "stream": "s", "payload": encode(b"{}"), "metadata": "",
        })
        self.assertEqual(
            written.hex(),
            "01" "0000000000000007" + struct.pack(">q", 1795366800123456).hex() + "0000000000000003"
            "0102030405060708090a0b0c0d0e0f10" "0000000161" "00000002c3a9" "ffffffff"
            "0000000173" "000000027b7d" "00000000")

    def test_the_known_note_of_the_format_is_read(self):
        key = verifier.Key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        text = (b"If you think cryptography is the answer to your problem,\n"
                b"then you don't know what your problem is.\n")
        signature = base64.b64decode(
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")
        self.assertEqual(signature[:4].hex(), key.hash)
        self.assertTrue(verifier.verifies(key.public, text, signature[4:]))


if __name__ == "__main__":
    unittest.main()
