"""Times scipy.optimize.linear_sum_assignment on matrices from a file, one call for each line read from stdin."""

import json
import resource
import sys
import time

import numpy
import scipy
from scipy.optimize import linear_sum_assignment

path, rows, columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
costs = numpy.fromfile(path, dtype=numpy.float64).reshape(rows, columns)
print(json.dumps({"scipy": scipy.__version__, "numpy": numpy.__version__}), flush=True)
for _ in sys.stdin:
    begin = time.perf_counter()
    row, column = linear_sum_assignment(costs)
    milliseconds = 1000 * (time.perf_counter() - begin)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer = {"milliseconds": milliseconds, "total": float(costs[row, column].sum()), "peakMegabytes": peak}
    print(json.dumps(answer), flush=True)
