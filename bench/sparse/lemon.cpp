// Times LEMON's network simplex on the graph of a file, for bench/sparse/lemon.ts.
// Usage: lemon FILE. The file holds 32-bit integers: rows, edges, row starts (rows + 1), then column and weight of each edge.
// Prints milliseconds of building and of solving, and the largest total of weights of a perfect matching.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

int main(int, char **argv) {
  std::FILE *file = std::fopen(argv[1], "rb");
  if (file == nullptr) return 1;
  std::int32_t head[2];
  if (std::fread(head, sizeof(std::int32_t), 2, file) != 2) return 1;
  const int rows = head[0];
  const int edges = head[1];
  std::vector<std::int32_t> start(rows + 1), column(edges), weight(edges);
  for (auto *part : {&start, &column, &weight}) {
    if (std::fread(part->data(), sizeof(std::int32_t), part->size(), file) != part->size()) return 1;
  }
  std::fclose(file);

  const auto begun = std::chrono::steady_clock::now();
  std::vector<std::pair<int, int>> arcs;
  arcs.reserve(edges);
  for (int row = 0; row < rows; ++row) {
    for (int edge = start[row]; edge < start[row + 1]; ++edge) arcs.emplace_back(row, rows + column[edge]);
  }
  lemon::StaticDigraph graph;
  graph.build(2 * rows, arcs.begin(), arcs.end());
  lemon::StaticDigraph::ArcMap<int> cost(graph), capacity(graph, 1);
  for (int edge = 0; edge < edges; ++edge) cost[graph.arcFromId(edge)] = -weight[edge];
  lemon::StaticDigraph::NodeMap<int> supply(graph);
  for (int row = 0; row < rows; ++row) {
    supply[graph.node(row)] = 1;
    supply[graph.node(rows + row)] = -1;
  }
  const auto built = std::chrono::steady_clock::now();
  lemon::NetworkSimplex<lemon::StaticDigraph, int, long long> simplex(graph);
  simplex.costMap(cost).upperMap(capacity).supplyMap(supply);
  const bool isOptimal = simplex.run() == lemon::NetworkSimplex<lemon::StaticDigraph, int, long long>::OPTIMAL;
  const auto solved = std::chrono::steady_clock::now();
  const std::chrono::duration<double, std::milli> building = built - begun, solving = solved - built;
  std::printf("%f %f %lld\n", building.count(), solving.count(), isOptimal ? -simplex.totalCost<long long>() : -1LL);
  return 0;
}
