"""The network as PyTorch trains it.

A pretrained encoder reads word pieces with features of each token's grammar and place added; on
its first piece of each token stand four small heads: tags (content, cue, source), whether a token
is a cue's head, how well each frame reports, and which tokens are content and source of a given
cue (a bilinear score with a bias by distance, after Dozat and Manning, "Deep Biaffine Attention
for Neural Dependency Parsing", ICLR 2017).
"""

from importlib.resources import as_file, files
from typing import TYPE_CHECKING, cast

import torch
from torch import nn
from torch.nn import functional

from quotes.model.network.inputs import FEATURES, NUMBERS, PLACES
from quotes.model.network.links import BUCKETS

if TYPE_CHECKING:
    from transformers import BertModel

    from quotes.model.training.config import Config

TAGS = 7  # none; begin and inside of content, cue, source
_FRAME_WEIGHT = 4.0  # log-odds reach the network divided by this


def pretrained(config: "Config") -> "BertModel":
    """The encoder that training begins from, cut to its lowest layers."""
    from transformers import BertModel, logging

    logging.set_verbosity_error()
    with as_file(files(config.encoder.package).joinpath(config.encoder.folder)) as folder:
        bert = BertModel.from_pretrained(
            str(folder),
            attn_implementation="sdpa",
            add_pooling_layer=False,
            attention_probs_dropout_prob=0.0,
        )
    bert.encoder.layer = bert.encoder.layer[: config.encoder.layers]
    return cast("BertModel", bert)


class Net(nn.Module):
    """Encoder and heads.

    Args:
        bert: The encoder.
        shapes, whos: How many constructions and source classes have numbers.
        frame, link: Widths of the heads.
        dropout: What share of the heads' inputs is dropped in training.
    """

    def __init__(
        self, bert: "BertModel", *, shapes: int, whos: int, frame: int, link: int, dropout: float
    ) -> None:
        super().__init__()
        size = bert.config.hidden_size
        self.bert, self.frame, self.link = bert, frame, link
        self.features = nn.ModuleList(nn.Embedding(values, size) for values in FEATURES)
        self.drop = nn.Dropout(dropout)
        self.mix, self.tag, self.head = (
            nn.Linear(size, size),
            nn.Linear(size, TAGS),
            nn.Linear(size, 1),
        )
        # One projection for each place of a frame, and one for the mean of its content.
        self.places = nn.Linear(size, (PLACES + 1) * frame)
        self.sourceless = nn.Parameter(torch.zeros(2, frame))
        self.shape, self.who = nn.Embedding(shapes + 1, frame), nn.Embedding(whos + 1, frame)
        self.number = nn.Linear(NUMBERS, frame)
        self.deep, self.out = nn.Linear(frame, frame), nn.Linear(frame, 1)
        self.lexicon = nn.Parameter(torch.tensor(0.7))
        self.query, self.key = nn.Linear(size, 2 * link), nn.Linear(size, 2 * link)
        self.lean, self.distance = nn.Linear(size, 2), nn.Embedding(BUCKETS, 2)
        for embedding in self.features:
            nn.init.normal_(cast(nn.Embedding, embedding).weight, std=0.01)
        for embedding in (self.shape, self.who):
            nn.init.normal_(embedding.weight, std=0.02)
        nn.init.zeros_(self.distance.weight)

    def tokens(
        self, ids: torch.Tensor, features: torch.Tensor, mask: torch.Tensor, first: torch.Tensor
    ) -> torch.Tensor:
        """(tokens, size): what the encoder makes of each token's first piece."""
        x = self.bert.embeddings.word_embeddings(ids)
        for n, embedding in enumerate(self.features):
            x = x + embedding(features[..., n])
        x = self.bert.embeddings(inputs_embeds=x)
        away = (1.0 - mask[:, None, None, :]) * -1e4
        if torch.is_autocast_enabled("cpu"):
            away = away.to(torch.bfloat16)
        for layer in self.bert.encoder.layer:
            x = layer(x, attention_mask=away)
            x = x[0] if isinstance(x, tuple) else x
        return x.reshape(-1, x.shape[-1])[first]

    def tagged(self, tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(tokens, 7) scores of tags, and (tokens,) log-odds of being a cue's head."""
        x = functional.gelu(self.mix(self.drop(tokens)))
        return self.tag(self.drop(x)).float(), self.head(x)[:, 0].float()

    def judged(
        self, tokens: torch.Tensor, frames: torch.Tensor, numbers: torch.Tensor
    ) -> torch.Tensor:
        """(frames,) log-odds of being right."""
        size, count = tokens.shape[-1], PLACES + 1
        weight = self.places.weight.view(count, self.frame, size).transpose(1, 2)
        bias = self.places.bias.view(count, 1, self.frame)
        dropped = self.drop(tokens)
        # (places, frames, width): each place's token through the projection of its own.
        at = dropped[frames[:, :PLACES].clamp(min=0).transpose(0, 1)]
        seen = torch.matmul(at, weight[:PLACES]) + bias[:PLACES]
        there = (frames[:, 5:6] >= 0)[None]
        nobody = self.sourceless.to(seen.dtype)[:, None]
        source = torch.where(there, seen[5:7], nobody)
        sums = functional.pad(dropped.float().cumsum(0), (0, 0, 1, 0))
        length = (frames[:, 2] - frames[:, 1] + 1).clamp(min=1)
        mean = (sums[frames[:, 2] + 1] - sums[frames[:, 1]]) / length[:, None]
        total = seen[:5].sum(0) + source.sum(0) + seen[7:].sum(0)
        total = total + torch.matmul(mean.to(seen.dtype), weight[PLACES]) + bias[PLACES]
        total = total + self.shape(frames[:, PLACES]) + self.who(frames[:, PLACES + 1])
        x = functional.gelu(total + self.number(numbers))
        x = functional.gelu(self.deep(self.drop(x))) + x
        odds = numbers[:, 0] * _FRAME_WEIGHT
        return self.out(self.drop(x))[:, 0].float() + self.lexicon * odds

    def keys(self, tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """What `quotes.model.network.links` computes the links from: query, key, lean."""
        return self.query(tokens), self.key(tokens), self.lean(tokens)
