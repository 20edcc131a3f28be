"""Training the network on annotated news; needs the extra ``train``, which running it does not."""
