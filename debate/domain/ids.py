"""Typed names for the things a fact can point at. All are plain text on the wire."""

from __future__ import annotations

from typing import NewType

SessionId = NewType("SessionId", str)
"""32 hex digits, bound to its founder's key: see `debate.domain.session_id`."""
DeviceKey = NewType("DeviceKey", str)
"""An Ed25519 public key, base64url without padding (43 characters)."""
FactId = NewType("FactId", str)
"""BLAKE2b-256 of a fact's canonical body, base64url without padding (43 characters)."""
ParticipantId = NewType("ParticipantId", str)
"""The key of a person's first device, or the fact that enrolled a person on paper."""
MotionId = NewType("MotionId", str)
"""Lower case words joined by hyphens, unique in a charter."""
ArgumentId = NewType("ArgumentId", str)
"""The fact that added it, or `motion-id/name` for an opening argument of the pack."""
OptionId = NewType("OptionId", str)
"""The fact that proposed it, or `motion-id/name` for an option of the pack."""
PhaseId = NewType("PhaseId", str)
"""A phase's name within its run-sheet."""
