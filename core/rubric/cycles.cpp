#include "rubric/cycles.h"

#include <algorithm>

namespace assay {

std::vector<std::vector<std::size_t>> find_cycles(
    const std::vector<std::vector<std::size_t>>& edges) {
  enum class State : unsigned char { unseen, on_path, done };
  struct Step {
    std::size_t node;
    std::size_t next_edge;
  };
  std::vector<State> states(edges.size(), State::unseen);
  std::vector<bool> told(edges.size(), false);
  std::vector<std::vector<std::size_t>> cycles;
  std::vector<Step> path;  // a stack of our own: chains of references may be long
  for (std::size_t start = 0; start < edges.size(); ++start) {
    if (states[start] != State::unseen) continue;
    states[start] = State::on_path;
    path.push_back({start, 0});
    while (!path.empty()) {
      const std::size_t node = path.back().node;
      if (path.back().next_edge == edges[node].size()) {
        states[node] = State::done;
        path.pop_back();
        continue;
      }
      const std::size_t to = edges[node][path.back().next_edge++];
      if (states[to] == State::unseen) {
        states[to] = State::on_path;
        path.push_back({to, 0});
      } else if (states[to] == State::on_path && !told[to] && !told[node]) {
        std::vector<std::size_t>& cycle = cycles.emplace_back();
        const auto begin =
            std::find_if(path.begin(), path.end(), [&](Step step) { return step.node == to; });
        for (auto step = begin; step != path.end(); ++step) {
          cycle.push_back(step->node);
          told[step->node] = true;
        }
      }
    }
  }
  return cycles;
}

}  // namespace assay
