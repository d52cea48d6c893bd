"""Millions of documents: who reproduces, adapts or refers to which stored definition.

The room is called by its plural, because a module called `corpus` would stand in the place of the function.
Public are `corpus.corpus`, which reads sources and writes tables into a folder, and `spread.spread`, which
answers from such a folder how a definition spreads. The other modules, from the ground up:

1. `occurrence`: what is found. `clauses`, `parallels` and `meanings` find it in one text: around a place, by
   words, by reference; `finder` is all of them.
2. `sources`: sources cut into parts, and the records of a part.
3. `tables`: Parquet files, written whole or not at all, and checked when they are read.
4. `work`: the unit of work, one part → one file. It can be done twice, killed or shared; the engines know
   nothing but parts.
5. `engines`: a plain loop, processes of this machine, a cluster.
"""
