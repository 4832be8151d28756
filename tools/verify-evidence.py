#!/usr/bin/env python3
"""Checks an export of Livret's event log against its signed checkpoint, without Livret.

Usage: verify-evidence.py EXPORT [--key VERIFIER-KEY]...

EXPORT is a folder or a zip with

  events.ndjson  one line of JSON for each event: all that is stored of it
  checkpoint     a signed note: origin, number of events, root of their Merkle tree, signatures
  keys           a public key per line: name+hash+key, since when; for one that was replaced also
                 until when, and the size of the last checkpoint it signed
  proofs.json    for chosen events: the proof that each is in the tree; without it, all events are
                 there, and the root is computed from them

or an evidence bundle about one path, which has besides

  manifest.json  the name, length and SHA-256 of every other file
  history.json, decisions.json, worked-proofs.json, LISEZ-MOI.html, documents/
                 the events as people read them; held against what is stored, value by value

The keys in an export are only as good as where it comes from. Give the key you know from elsewhere
by --key, and no other counts. Exit status 0: everything fits. 1: it does not, and one sentence says
what. 2: the command was wrong.

It needs Python 3.8 and nothing else, and shares no code with the server. The formats are C2SP's
signed-note and tlog-checkpoint, the tree is that of RFC 9162, signatures are Ed25519 (RFC 8032).
"""

import base64
import hashlib
import html.parser
import io
import json
import os
import re
import struct
import sys
import uuid
import zipfile
import zlib
from datetime import date, datetime, timedelta, timezone


class Wrong(Exception):
    """The export proves nothing; the message says why."""


# --- Ed25519, verification only: RFC 8032, section 5.1 ---

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(a, b):
    """The sum of two points in extended coordinates."""
    m = (a[1] - a[0]) * (b[1] - b[0]) % P
    n = (a[1] + a[0]) * (b[1] + b[0]) % P
    c = 2 * a[3] * b[3] * D % P
    d = 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    product = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            product = add(product, point)
        point = add(point, point)
        scalar >>= 1
    return product


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def point(encoded):
    """Decodes a point; None where the bytes are none."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0 or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verifies(key, text, signature):
    """Whether the Ed25519 key signed the text."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % Q
    return same(multiply(s, BASE), add(r, multiply(h, a)))


# --- The tree: RFC 9162, section 2.1 ---


def leaf_hash(content):
    return hashlib.sha256(b"\x00" + content).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """The root of leaves that come one by one, in the memory of its right edge."""

    def __init__(self):
        self.size = 0
        self.edge = []  # the roots of complete subtrees, the largest first

    def append(self, leaf):
        size = self.size
        while size & 1:
            leaf = node_hash(self.edge.pop(), leaf)
            size >>= 1
        self.edge.append(leaf)
        self.size += 1

    def root(self):
        if not self.edge:
            return hashlib.sha256().digest()
        root = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            root = node_hash(left, root)
        return root


def proved_root(leaf, index, size, hashes):
    """The root a proof of inclusion leads to (section 2.1.3.2); None where it leads nowhere."""
    node, last = index, size - 1
    for beside in hashes:
        if last == 0:
            return None
        if node & 1 or node == last:
            leaf = node_hash(beside, leaf)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            leaf = node_hash(leaf, beside)
        node, last = node >> 1, last >> 1
    return leaf if last == 0 else None


# --- The leaf of an event ---

FIELDS = {
    "position": int, "at": int, "sequence": int, "id": str, "aggregate": (str, type(None)),
    "type": str, "revision": (str, type(None)), "stream": str, "payload": str, "metadata": str,
}


def parse_event(line, number):
    """Reads a line of events.ndjson."""
    try:
        event = json.loads(line)
    except ValueError:
        raise Wrong("line %d of events.ndjson is no JSON: the export was cut short or changed" % number)
    if not isinstance(event, dict) or set(event) != set(FIELDS):
        raise Wrong("line %d of events.ndjson has not the fields of an event" % number)
    for field, kind in FIELDS.items():
        if not isinstance(event[field], kind) or isinstance(event[field], bool):
            raise Wrong("line %d of events.ndjson: %s is of the wrong type" % (number, field))
    return event


def sized(value):
    return struct.pack(">i", -1) if value is None else struct.pack(">i", len(value)) + value


def content(event):
    """The bytes that are hashed: version 1 of the leaf."""
    try:
        text = [
            None if event[name] is None else event[name].encode("utf-8")
            for name in ("aggregate", "type", "revision", "stream")
        ]
        identifier = uuid.UUID(event["id"])
        if str(identifier) != event["id"]:
            raise ValueError("not in its usual form")
        return (
            struct.pack(">bqqq", 1, event["position"], event["at"], event["sequence"])
            + identifier.bytes
            + b"".join(sized(value) for value in text)
            + sized(unbase64(event["payload"]))
            + sized(unbase64(event["metadata"]))
        )
    except (ValueError, struct.error) as error:
        raise Wrong("the event at position %d is not in the form of one: %s" % (event["position"], error))


def unhash(text):
    data = unbase64(text)
    if len(data) != 32:
        raise ValueError("no hash")
    return data


def unbase64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode("ascii") != text:
        raise ValueError("base64 in an unusual form")
    return data


# --- Keys and notes ---


class Key:
    def __init__(self, text):
        """Reads name+hash+key."""
        try:
            self.name, self.hash, encoded = text.split("+", 2)
            typed = unbase64(encoded)
            expected = hashlib.sha256(self.name.encode() + b"\n" + typed).digest()[:4].hex()
            if len(typed) != 33 or typed[0] != 1 or self.hash != expected:
                raise ValueError
        except ValueError:
            raise Wrong("this is no verifier key: " + text)
        self.text, self.public, self.last_size = text, typed[1:], None

    def id(self):
        return self.name + "+" + self.hash


def parse_keys(text, known):
    """The keys of an export; where any are known from elsewhere, those of them alone."""
    keys = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split()
        if len(parts) not in (2, 4) or (len(parts) == 4 and not parts[3].isdigit()):
            raise Wrong("this is not the line of a key: " + line)
        key = Key(parts[0])
        if len(parts) == 4:
            key.last_size = int(parts[3])
        keys.append(key)
    if known:
        inside = {key.text: key for key in keys}
        keys = [inside.get(text) or Key(text) for text in known]
    return keys


class Checkpoint:
    """What a note says: the origin, the size, the root, and which known keys signed it."""

    def __init__(self, note, keys):
        text, blank, lines = note.rpartition("\n\n")
        if not blank or not lines.endswith("\n"):
            raise Wrong("the checkpoint is cut short: it does not end with signatures")
        text += "\n"
        self.read(text.split("\n"))
        self.signers, late, strangers = [], None, []
        for line in lines[:-1].split("\n"):
            name, signature = self.signature(line)
            key = self.key_of(keys, name, signature[:4].hex())
            if key is None:
                strangers.append(name + "+" + signature[:4].hex())
            elif not verifies(key.public, text.encode("utf-8"), signature[4:]):
                raise Wrong("the signature of key %s under the checkpoint is wrong" % key.id())
            elif key.last_size is not None and self.size > key.last_size:
                late = key
            else:
                self.signers.append(key)
        if not self.signers and late:
            raise Wrong(
                "the checkpoint of size %d is signed by key %s alone, which was replaced at size %d"
                % (self.size, late.id(), late.last_size))
        if not self.signers:
            raise Wrong("the checkpoint is signed by an unknown key: " + ", ".join(strangers))

    def read(self, lines):
        try:
            self.origin, size, root = lines[:3]
            self.size, self.root = int(size), unhash(root)
            if not self.origin or str(self.size) != size or self.size < 0:
                raise ValueError
        except ValueError:
            raise Wrong("the checkpoint does not begin with an origin, a size and a root")

    @staticmethod
    def signature(line):
        parts = line.split(" ")
        try:
            if len(parts) != 3 or parts[0] != "\u2014":
                raise ValueError
            signature = unbase64(parts[2])
            if len(signature) < 5:
                raise ValueError
        except ValueError:
            raise Wrong("the checkpoint is cut short: this is not the line of a signature: " + line)
        return parts[1], signature

    def key_of(self, keys, name, key_hash):
        for key in keys:
            if key.name == name == self.origin and key.hash == key_hash:
                return key
        return None


# --- The export ---


class Export:
    """The files of a folder or of a zip."""

    def __init__(self, path):
        self.zip, self.path = None, path
        if os.path.isdir(path):
            return
        if not os.path.exists(path):
            raise Wrong("there is no export at " + path)
        try:
            self.zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile:
            raise Wrong("the export is cut short: %s is not a whole zip file" % path)

    def has(self, name):
        if self.zip:
            return name in self.zip.namelist()
        return os.path.exists(os.path.join(self.path, name))

    def names(self):
        if self.zip:
            return self.zip.namelist()
        return [
            os.path.relpath(os.path.join(folder, name), self.path).replace(os.sep, "/")
            for folder, _, names in os.walk(self.path) for name in names
        ]

    def open(self, name):
        if not self.has(name):
            raise Wrong("the export is cut short: %s is missing" % name)
        return self.zip.open(name) if self.zip else open(os.path.join(self.path, name), "rb")

    def text(self, name):
        with self.open(name) as file:
            return file.read().decode("utf-8")

    def events(self):
        number = 0
        with io.BufferedReader(self.open("events.ndjson")) as lines:
            for line in lines:
                number += 1
                if not line.endswith(b"\n"):
                    raise Wrong("the export is cut short in line %d of events.ndjson" % number)
                yield parse_event(line, number)


def check_all(export, checkpoint):
    """Every event up to the size of the checkpoint gives its root."""
    tree = Tree()
    for event in export.events():
        position = event["position"]
        if position > tree.size + 1:
            raise Wrong("there is a gap: position %d is missing" % (tree.size + 1))
        if position <= tree.size:
            raise Wrong("the event at position %d does not belong behind position %d" % (position, tree.size))
        if position > checkpoint.size:
            raise Wrong(
                "the event at position %d does not belong: the checkpoint covers %d events"
                % (position, checkpoint.size))
        tree.append(leaf_hash(content(event)))
    if tree.size < checkpoint.size:
        raise Wrong(
            "the export is cut short: it ends at position %d, and the checkpoint covers %d events"
            % (tree.size, checkpoint.size))
    if tree.root() != checkpoint.root:
        raise Wrong(
            "the events are not those of the checkpoint: they give the root %s, and %s was signed"
            % (base64.b64encode(tree.root()).decode(), base64.b64encode(checkpoint.root).decode()))
    return tree.size


def parse_proofs(export, checkpoint):
    """The leaf and the hashes for each position."""
    try:
        written = json.loads(export.text("proofs.json"))
        size = written["size"]
        proofs = {
            int(position): (unhash(proof["leaf"]), [unhash(text) for text in proof["hashes"]])
            for position, proof in written["proofs"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Wrong("proofs.json is cut short or changed: it has not the form of proofs")
    if size != checkpoint.size:
        raise Wrong("the proofs are of size %s, and the checkpoint of size %d" % (size, checkpoint.size))
    return proofs


def check_chosen(export, checkpoint):
    """Every event is proved, and every proof has its event."""
    proofs = parse_proofs(export, checkpoint)
    wanted, last = sorted(proofs), 0
    for event in export.events():
        position = event["position"]
        if position <= last:
            raise Wrong("the event at position %d does not belong behind position %d" % (position, last))
        if position not in proofs:
            raise Wrong("the event at position %d does not belong: there is no proof of it" % position)
        expected = wanted.pop(0)
        if position != expected:
            raise Wrong("there is a gap: position %d is missing, of which there is a proof" % expected)
        leaf, hashes = proofs[position]
        if not 1 <= position <= checkpoint.size or (
                proved_root(leaf, position - 1, checkpoint.size, hashes) != checkpoint.root):
            raise Wrong("the proof of position %d is wrong: it does not lead to the signed root" % position)
        if leaf_hash(content(event)) != leaf:
            raise Wrong("the event at position %d does not belong: it is not the one that is proved" % position)
        last = position
    if wanted:
        raise Wrong("the export is cut short: position %d is missing, of which there is a proof" % wanted[0])
    if not last:
        raise Wrong("the export is cut short: there is no event in it")
    return len(proofs)


# --- The bundle: what people read, held against what is stored ---


class Bundle:
    """The files of an evidence bundle beside those of an export, whose events are proved already."""

    FORM = "livret-evidence-bundle/1"

    def __init__(self, export):
        self.export, self.events = export, {}
        self.sealed = self.erased = 0
        self.manifest = self.json("manifest.json")
        if self.manifest.get("form") != self.FORM or not isinstance(self.manifest.get("files"), dict):
            raise Wrong("manifest.json is not that of a bundle this program knows (%s)" % self.FORM)

    def json(self, name):
        try:
            read = json.loads(self.export.text(name))
        except ValueError:
            raise Wrong("%s is no JSON: it was cut short or changed" % name)
        if not isinstance(read, dict):
            raise Wrong("%s has not the form it must have" % name)
        return read

    def check_names(self):
        """Every file listed is there, and no other."""
        names, listed = self.export.names(), set(self.manifest["files"])
        for name in sorted(listed | {"history.json", "decisions.json", "worked-proofs.json", "LISEZ-MOI.html"}):
            if name not in names:
                raise Wrong("the bundle is cut short: %s is missing" % name)
            if name not in listed:
                raise Wrong("%s is not listed in manifest.json" % name)
        for name in sorted(names):
            if name not in listed and name != "manifest.json" and not name.endswith("/"):
                raise Wrong("%s does not belong: manifest.json does not list it" % name)
            if names.count(name) > 1:
                raise Wrong("%s is in the bundle twice" % name)

    def check_files(self):
        """Every file is as long as listed and has the SHA-256 listed."""
        for name, listed in sorted(self.manifest["files"].items()):
            digest, length = hashlib.sha256(), 0
            with self.export.open(name) as file:
                for part in iter(lambda: file.read(1 << 16), b""):
                    digest.update(part)
                    length += len(part)
            if {"bytes": length, "sha256": digest.hexdigest()} != listed:
                raise Wrong("%s was changed: it is not the file manifest.json lists" % name)

    def check_history(self):
        """Every event is told once, in order, and nothing else is."""
        self.events = {event["position"]: event for event in self.export.events()}
        facts = self.listed("history.json", "facts")
        told = [fact.get("position") for fact in facts]
        for position in self.events:
            if told.count(position) != 1:
                raise Wrong("history.json tells position %d %d times" % (position, told.count(position)))
        for fact in facts:
            if fact.get("position") not in self.events:
                raise Wrong("history.json tells position %s, which is not proved" % fact.get("position"))
            self.check_fact(fact, self.events[fact["position"]])
        if told != sorted(told):
            raise Wrong("history.json tells the events in another order than the log")
        own = [fact for fact in facts if fact["stream"] == self.manifest.get("path")]
        for number, fact in enumerate(own):
            if self.events[fact["position"]]["sequence"] != number:
                raise Wrong("fact %d of the path is missing before position %d" % (number + 1, fact["position"]))
        if not own:
            raise Wrong("there is no fact of the path %s" % self.manifest.get("path"))
        return facts

    def listed(self, name, key):
        read = self.json(name)
        entries = read.get(key)
        if read.get("path") != self.manifest.get("path") or not isinstance(entries, list) or not all(
                isinstance(entry, dict) for entry in entries):
            raise Wrong("%s has not the form it must have, or is of another path" % name)
        return entries

    def check_fact(self, fact, event):
        def says(what, told, stored):
            if told != stored:
                raise Wrong("history.json does not say what is stored at position %d: %s is %s, and %s was told" % (
                    event["position"], what, brief(stored), brief(told)))

        for name in ("stream", "sequence", "type", "revision"):
            says(name, fact.get(name), event[name])
        says("recordedAt", micros(fact.get("recordedAt")), event["at"])
        payload, metadata = stored_json(event, "payload"), stored_json(event, "metadata")
        metadata.pop("decision", None)
        says("recordedBy", fact.get("recordedBy"), metadata)
        self.same("history.json", event["position"], "data", fact.get("data"), payload)
        days = list(texts(payload))
        if fact.get("effectiveOn") not in days:
            raise Wrong("history.json does not say what is stored at position %d: effectiveOn is %s, a day it does not"
                        " have" % (event["position"], brief(fact.get("effectiveOn"))))
        for day in re.findall(r"\b\d\d/\d\d/\d{4}\b", str(fact.get("summary"))):
            if "-".join(reversed(day.split("/"))) not in days and not any(day in text for text in days):
                raise Wrong("history.json does not say what is stored at position %d: the sentence has the day %s" % (
                    event["position"], day))
        if "legalBasis" in fact:
            says("rule", fact["legalBasis"].get("rule"), payload.get("rule"))

    def same(self, file, position, what, told, stored):
        """Whether something is told as it is stored; a sealed text may be told open."""
        if isinstance(stored, dict) and set(stored) == {"person", "ciphertext"} and isinstance(told, str):
            self.sealed += 1
            self.erased += told == "effac\u00e9"
        elif isinstance(stored, dict) and isinstance(told, dict) and set(stored) == set(told):
            for name in stored:
                self.same(file, position, what + "." + name, told[name], stored[name])
        elif isinstance(stored, list) and isinstance(told, list) and len(stored) == len(told):
            for number, (one, other) in enumerate(zip(told, stored)):
                self.same(file, position, "%s[%d]" % (what, number), one, other)
        elif told != stored or isinstance(told, bool) != isinstance(stored, bool):
            raise Wrong("%s does not say what is stored at position %d: %s is %s, and %s was told" % (
                file, position, what, brief(stored), brief(told)))

    def check_decisions(self):
        """Every event belongs to one decision; what was asked and answered is as stored."""
        seen, refused = [], 0
        decisions = self.listed("decisions.json", "decisions")
        for decision in decisions:
            positions = decision.get("positions")
            if not isinstance(positions, list) or not positions or any(
                    position not in self.events for position in positions):
                raise Wrong("decisions.json tells of positions that are not proved: %s" % brief(positions))
            seen += positions
            refused += self.check_decision(decision, self.events[positions[0]])
        if sorted(seen) != sorted(self.events):
            raise Wrong("decisions.json does not tell each position once")
        return len(decisions), refused

    def check_decision(self, decision, event):
        def says(what, told, stored):
            self.same("decisions.json", event["position"], what, told, stored)

        payload, metadata = stored_json(event, "payload"), stored_json(event, "metadata")
        journal = metadata.pop("decision", None)
        outcome = {"audit.CommandRefused": "REFUSED", "audit.CommandWithoutEffect": "NO_EFFECT"}.get(
            event["type"], "ACCEPTED")
        says("outcome", decision.get("outcome"), outcome)
        says("recordedBy", decision.get("recordedBy"), metadata)
        if micros(decision.get("recordedAt")) != event["at"]:
            says("recordedAt", decision.get("recordedAt"), instant(event["at"]))
        if outcome == "REFUSED":
            for name in ("command", "code", "rule", "facts"):
                says(name, decision.get(name), payload.get(name))
        try:
            stored = None if journal is None else json.loads(journal)
        except ValueError:
            raise Wrong("the journal at position %d is no JSON" % event["position"])
        sealed = self.sealed, self.erased
        says("journal", decision.get("journal"), stored)
        self.sealed, self.erased = sealed  # The same texts as those of the facts.
        return outcome == "REFUSED"

    def check_proofs(self):
        """Every day worked out rests on days that are stored, and every sum is right."""
        proofs = self.listed("worked-proofs.json", "proofs")
        for number, proof in enumerate(proofs, 1):
            try:
                before = None
                for step in proof["steps"]:
                    self.check_step(step, before)
                    before = step["day"]
                if before is None or before != proof["day"]:
                    raise ValueError("its steps come to %s, and not to %s" % (before, proof["day"]))
                if slashed(before) not in proof["sentence"]["fr"]:
                    raise ValueError("its sentence does not have the day %s" % slashed(before))
            except (KeyError, TypeError, IndexError, AttributeError):
                raise Wrong("proof %d in worked-proofs.json has not the form of one" % number)
            except ValueError as error:
                raise Wrong("proof %d in worked-proofs.json is wrong: %s" % (number, error))
        return proofs

    def check_step(self, step, before):
        operation, start = step["operation"], step.get("from")
        anchors = [anchor["day"] for anchor in step.get("anchors", ())]
        for anchor in step.get("anchors", ()):
            for fact in anchor["facts"]:
                event = self.events.get(fact["position"])
                if event is None:
                    raise ValueError("it rests on position %s, which is not proved" % fact["position"])
                if anchor["day"] not in texts(stored_json(event, "payload")):
                    raise ValueError("position %s does not have the day %s" % (fact["position"], anchor["day"]))
        limits = [limit["lastDay"] for limit in step.get("limits", ())]
        days = {
            "TAKEN": lambda: anchors[0],
            "COMPLETED": lambda: max(anchors),
            "ADDED": lambda: later(start, step["amount"]),
            "SUBTRACTED": lambda: earlier(start, step["amount"]),
            "NEXT": lambda: later(start, "P1D"),
            "NOT_BEFORE": lambda: max(start, anchors[0]),
            "EARLIEST": lambda: min(limits),
            "WITHIN": lambda: min(start, step["lastDay"]),
            "DEEMED": lambda: start,
            "CLOSED": lambda: start or anchors[0],
            "PROROGUED": lambda: step["day"],
        }
        if operation not in days:
            raise ValueError("nobody knows the step %s" % operation)
        if operation in ("ADDED", "SUBTRACTED", "NEXT", "NOT_BEFORE", "WITHIN", "DEEMED") and start != before:
            raise ValueError("a step starts from %s, and the one before comes to %s" % (start, before))
        if days[operation]() != step["day"]:
            raise ValueError("%s comes to %s, and not to %s" % (operation, days[operation](), step["day"]))

    def check_documents(self):
        """Each r\u00e9f\u00e9rentiel is the one that was recorded; the others are told to be unproved."""
        recorded = {}
        for event in self.events.values():
            if event["type"] == "referentiel.ReferentielPublished":
                payload = stored_json(event, "payload")
                name = "documents/referentiels/%s-v%s.json" % (payload.get("referentiel"), payload.get("version"))
                recorded[name] = payload.get("document")
        for name in recorded:
            if name not in self.manifest["files"]:
                raise Wrong("the bundle is cut short: %s is missing" % name)
        unproved = []
        for name in sorted(self.manifest["files"]):
            if name.startswith("documents/referentiels/"):
                if recorded.get(name) != self.export.text(name):
                    raise Wrong("%s is not the document that was recorded" % name)
            elif name.startswith("documents/"):
                unproved.append(name)
        return len(recorded), unproved

    def check_page(self, facts, proofs):
        """The page tells every fact and every proof in the words of their files, and no other."""
        page = Page()
        page.feed(self.export.text("LISEZ-MOI.html"))
        page.close()
        if page.active:
            raise Wrong("LISEZ-MOI.html was changed: it has <%s>, which it never has" % page.active)
        told = {str(fact["position"]): fact for fact in facts}
        for number in sorted(set(told) | set(page.sentences) | set(page.days)):
            fact = told.get(number, {})
            if set(page.sentences.get(number, [None])) != {fact.get("summary")}:
                raise Wrong("LISEZ-MOI.html does not tell position %s as history.json does" % number)
            day = fact["effectiveOn"]
            if set(page.days.get(number, [None])) != {(day, slashed(day))}:
                raise Wrong("LISEZ-MOI.html gives position %s another day than history.json" % number)
        if page.proofs != {str(number): [proof["sentence"]["fr"]] for number, proof in enumerate(proofs)}:
            raise Wrong("LISEZ-MOI.html does not tell the dates as worked-proofs.json does")


class Page(html.parser.HTMLParser):
    """The marked sentences and days of the page."""

    def __init__(self):
        super().__init__()
        self.sentences, self.days, self.proofs = {}, {}, {}
        self.active, self.open = None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("script", "iframe", "object", "embed", "form", "link", "img", "base"):
            self.active = tag
        if "data-fact" in given:
            self.open = (tag, self.sentences, given["data-fact"], None, [])
        elif "data-effective" in given:
            self.open = (tag, self.days, given["data-effective"], given.get("datetime"), [])
        elif "data-proof" in given:
            self.open = (tag, self.proofs, given["data-proof"], None, [])

    def handle_data(self, data):
        if self.open:
            self.open[4].append(data)

    def handle_endtag(self, tag):
        if self.open and tag == self.open[0]:
            _, found, number, day, parts = self.open
            text = "".join(parts)
            found.setdefault(number, []).append(text if day is None else (day, text))
            self.open = None


def stored_json(event, field):
    try:
        read = json.loads(unbase64(event[field]).decode("utf-8"))
        if not isinstance(read, dict):
            raise ValueError
        return read
    except ValueError:
        raise Wrong("the %s at position %d is no JSON: nobody can read it" % (field, event["position"]))


def texts(node):
    """Every text in a piece of JSON."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, (dict, list)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from texts(child)


def slashed(day):
    """A day as French people write it."""
    return "/".join(reversed(day.split("-")))


def later(day, amount):
    """A day and a length of time as in P5Y; where a month lacks the day, its last."""
    return moved(day, amount, 1)


def earlier(day, amount):
    """The same the other way round."""
    return moved(day, amount, -1)


def moved(day, amount, sign):
    found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?", amount)
    if not found:
        raise ValueError("%s is no length of time" % amount)
    years, months, days = (sign * int(part or 0) for part in found.groups())
    start = date(*map(int, day.split("-")))
    month = start.year * 12 + start.month - 1 + years * 12 + months
    last = (date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return str(date(month // 12, month % 12 + 1, min(start.day, last)) + timedelta(days=days))


EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def micros(text):
    """Microseconds since 1970 of a moment as in 2026-01-31T12:00:00.123456Z; None where it is none."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?Z", text if isinstance(text, str) else "")
    if not found:
        return None
    seconds = datetime.strptime(found.group(1) + "+0000", "%Y-%m-%dT%H:%M:%S%z")
    return (seconds - EPOCH) // timedelta(microseconds=1) + int((found.group(2) or ".")[1:].ljust(6, "0")[:6])


def instant(at):
    return (EPOCH + timedelta(microseconds=at)).isoformat()


def brief(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:77] + "..."


def check_bundle(export):
    """Checks what a bundle has beside its export; gives what is to be said about it."""
    bundle = Bundle(export)
    facts = bundle.check_history()
    decisions, refused = bundle.check_decisions()
    proofs = bundle.check_proofs()
    documents, unproved = bundle.check_documents()
    bundle.check_page(facts, proofs)
    bundle.check_files()
    return "".join("\n- " + line for line in (
        "the history and the page tell these events, each of them, in their order, and no other",
        "%s told as they are stored, %s among them" % (
            many(decisions, "decision"), many(refused, "refusal")),
        "%s worked out from these events, and every step is right" % many(len(proofs), "date"),
        "%s as recorded" % many(documents, "r\u00e9f\u00e9rentiel"),
        "no file is missing or was changed since the bundle was made",
        "NOT proved: %s stored sealed and told open, %d of them erased" % (
            many(bundle.sealed, "text"), bundle.erased),
        "NOT proved: the prose of the page, and the texts of law: %s" % (", ".join(unproved) or "none is in it"),
    ))


def many(number, word):
    return "%d %s%s" % (number, word, "" if number == 1 else "s")


def check(path, known=()):
    """Checks an export and says what it proves, in a sentence first; raises Wrong where it does not."""
    export, more = Export(path), ""
    try:
        bundle = export.has("manifest.json")
        if bundle:
            Bundle(export).check_names()
        checkpoint = Checkpoint(export.text("checkpoint"), parse_keys(export.text("keys"), known))
        chosen = bundle or export.has("proofs.json")
        number = (check_chosen if chosen else check_all)(export, checkpoint)
        if bundle:
            more = check_bundle(export)
    except (zipfile.BadZipFile, EOFError, zlib.error):
        raise Wrong("the export is cut short: %s is not a whole zip file" % path)
    except UnicodeDecodeError:
        raise Wrong("the export was changed: there are bytes in it that are no text")
    return "%d events are %s the %d of checkpoint %s (root %s), signed by %s%s%s" % (
        number, "among" if chosen else "exactly", checkpoint.size, checkpoint.origin,
        base64.b64encode(checkpoint.root).decode(), " and ".join(key.text for key in checkpoint.signers),
        "" if known else "; compare this key with the one you know from elsewhere, or give that by --key:"
        " until then you know that all fits together, and not whose it is", more)


def main(arguments):
    paths, known = [], []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--key":
            known.append(next(rest, ""))
        elif argument.startswith("-"):
            paths = []
            break
        else:
            paths.append(argument)
    if len(paths) != 1 or "" in known:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print("OK: " + check(paths[0], known))
        return 0
    except Wrong as wrong:
        print("WRONG: %s" % wrong, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
