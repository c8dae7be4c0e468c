"""A figure of the charts as SVG, without a browser and without an engine: a dict in, a string out.

Pure. What the charts may use is in `vocabulary`; anything else is an error and never left out in silence.
"""

from dashboards.svg.figure.composing import svg_of
from dashboards.svg.figure.drawing import Drawing
from dashboards.svg.figure.vocabulary import UnknownInFigureError

__all__ = ["Drawing", "UnknownInFigureError", "svg_of"]
