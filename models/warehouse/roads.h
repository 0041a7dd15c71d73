#pragma once
// The roads of a warehouse as a graph: nodes on a grid of one pitch, and where a vehicle may go
// from each.
//
//   aisles    rows with places on both sides; one-way, in turns to the east and to the west
//   verticals two lanes on either side of the aisles; highway: two lanes south of them. The outer
//             lanes run against the clock around all of it, the inner ones with it
//   stations  a lane down from the highway, where pods wait in line, the picker, a lane up
//   places    leaves beside an aisle: a pod stands there, or a vehicle parks and charges
//
// One-way lanes leave no two vehicles face to face (usual in such warehouses: Wurman, D'Andrea,
// Mountz, AI Magazine 29(1) (2008) 9-20). A node is left only over its edges; a place is passed by
// nobody. Every node of a level can be reached from every other one.

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "sim/core/fields.h"

namespace twinaxis::warehouse {

struct RoadParams {
  double pitch_m = 1.2;    ///< between nodes: a pod of 1 m and room around it (assumption)
  int aisles = 8;          ///< with pods
  int places = 30;         ///< on one side of an aisle
  int stations = 8;        ///< for picking
  int lane = 5;            ///< nodes from the highway to the picker
  int parking_aisles = 1;  ///< beyond the pods
  int levels = 1;          ///< floors, each with all of this; one holds some 50 vehicles
};
void fields(FieldVisitor& v, RoadParams& p);
/// More stations than the highway has room for.
std::vector<FieldProblem> problems(const RoadParams& p, const std::string& path);

using NodeIndex = std::int32_t;
inline constexpr NodeIndex kNowhere = -1;

enum class NodeKind : std::uint8_t { lane, place, parking, queue, pick };

struct RoadNode {
  int x = 0, y = 0;  ///< in pitches; x east, y north
  NodeKind kind = NodeKind::lane;
  int zone = -1;  ///< aisle, counted through all levels from the south, or -1
  std::vector<NodeIndex> next;
};

/// A picking station: its lane from the highway down, the picker last.
struct StationLane {
  std::vector<NodeIndex> nodes;
};

class Roads {
 public:
  explicit Roads(const RoadParams& params = {});

  double pitch_m() const { return pitch_m_; }
  std::size_t size() const { return nodes_.size(); }
  std::size_t levels() const { return levels_; }
  const RoadNode& operator[](NodeIndex c) const { return nodes_[static_cast<std::size_t>(c)]; }
  const std::vector<NodeIndex>& places() const { return places_; }  ///< of pods
  /// Of vehicles: one on each level, then the next ones.
  const std::vector<NodeIndex>& parking() const { return parking_; }
  const std::vector<StationLane>& stations() const { return stations_; }
  /// kNowhere if there is none.
  NodeIndex at(int x, int y) const;

  /// Steps from every node to `goal`, over the edges; kFar where there is no way. No way leads over
  /// blocked nodes, though one may begin there; `blocked` has an entry for each node or is empty.
  std::vector<std::uint16_t> distances(NodeIndex goal, const std::vector<char>& blocked = {}) const;
  static constexpr std::uint16_t kFar = std::numeric_limits<std::uint16_t>::max();

 private:
  NodeIndex add(int x, int y, NodeKind kind, int zone = -1);
  void link(int x, int y, int to_x, int to_y);
  void add_highway(const RoadParams& p);
  void add_verticals(const RoadParams& p);
  void add_aisle(const RoadParams& p, int aisle, int zone);
  void add_station(const RoadParams& p, int station);

  double pitch_m_;
  std::size_t levels_;
  int width_ = 0, level_ = 0, height_ = 0, south_ = 0, base_y_ = 0;
  std::vector<RoadNode> nodes_;
  std::vector<NodeIndex> grid_;  ///< by y, then x
  std::vector<NodeIndex> places_, parking_;
  std::vector<StationLane> stations_;
  std::vector<std::vector<NodeIndex>> before_;  ///< edges backwards
};

}  // namespace twinaxis::warehouse
