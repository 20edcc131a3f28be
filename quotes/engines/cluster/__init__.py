"""Stages 1 and 2 on many machines, by Ray; stage 3 over what they found."""
