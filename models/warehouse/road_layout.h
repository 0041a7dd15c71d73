#pragma once
// What roads are made of, and how they are laid out: by parameters (lane_layout.cpp), or on the map
// of a floor (map_layout.cpp).
//
// By parameters
//   aisles    rows with places on both sides; one-way, in turns to the east and to the west
//   verticals two lanes on either side of the aisles; highway: two lanes south of them. The outer
//             lanes run against the clock around all of it, the inner ones with it
//   stations  a lane down from the highway, where pods wait in line, the picker, a lane up
//   places    leaves beside an aisle: a pod stands there, or a vehicle parks and charges
//
// On a map
//   shelves   blocked cells that no wall joins: a pod stands on each that has a lane beside it
//   lanes     free cells up to two away from a shelf; one-way, rows in turns to the east and to the
//             west, columns in turns to the north and to the south. Of what this leaves only the
//             largest part is used in which every node can be reached from every other one
//   stations  out from a lane into the open floor, and back
//   parking   in the open floor beside lanes
//
// One-way lanes leave no two vehicles face to face (usual in such warehouses: Wurman, D'Andrea,
// Mountz, AI Magazine 29(1) (2008) 9-20). A node is left only over its edges; a place is passed by
// nobody. Every node of a level can be reached from every other one.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/warehouse/grid.h"
#include "sim/core/fields.h"

namespace twinaxis::warehouse {

struct RoadParams {
  double pitch_m = 1.2;    ///< between nodes: a pod of 1 m and room around it (assumption)
  int stations = 8;        ///< for picking
  int lane = 5;            ///< nodes from the highway to the picker
  int levels = 1;          ///< floors, each with all of this; one holds some 50 vehicles
  int aisles = 8;          ///< with pods; like the rest below only without a map
  int places = 30;         ///< on one side of an aisle
  int parking_aisles = 1;  ///< beyond the pods
  std::string map;         ///< of the floor, in the format of the MovingAI benchmarks; "" for none
};
void fields(FieldVisitor& v, RoadParams& p);
/// More stations than there is room for; a map that cannot be read, or whose shelves are not all
/// reached; paths begin with `path`.
std::vector<FieldProblem> problems(const RoadParams& p, const std::string& path);

using NodeIndex = std::int32_t;
inline constexpr NodeIndex kNowhere = -1;

enum class NodeKind : std::uint8_t { lane, place, parking, queue, pick };

struct RoadNode {
  int x = 0, y = 0;  ///< in pitches; x east, y north
  NodeKind kind = NodeKind::lane;
  int zone = -1;  ///< aisle with pods, counted through all levels from the south, or -1
  std::vector<NodeIndex> next;
};
/// Entered only by whoever goes there.
inline bool is_leaf(const RoadNode& n) {
  return n.kind == NodeKind::place || n.kind == NodeKind::parking;
}

/// A picking station: its lane from the highway on, the picker last.
struct StationLane {
  std::vector<NodeIndex> nodes;
};

/// Where people may walk among pods.
struct Aisle {
  int x = 0, y = 0;  ///< of its western end
  int length = 0;    ///< nodes
};

struct RoadLayout {
  double pitch_m = 1.2;
  std::size_t levels = 1;
  std::vector<RoadNode> nodes;
  std::vector<NodeIndex> places;      ///< of pods, level by level
  std::vector<NodeIndex> parking;     ///< of vehicles, level by level
  std::vector<StationLane> stations;  ///< level by level
  std::vector<Aisle> aisles;          ///< with pods, of the lowest level, from the south: by zone
  int unreached_shelves = 0;          ///< beside a free cell, but beside no lane
  Cell first_unreached = kNoCell;     ///< of the map
};
/// By node: whether lanes join there, so that it is reached from more than one that is driven
/// through.
std::vector<char> joins(const RoadLayout& layout);
/// Of such nodes in a row: they are released together (traffic.h).
inline constexpr int kLongestJunction = 8;
/// Nodes in a row that lanes join, on the shortest way from one that they do not join to another:
/// nobody stops there. Counts no further than `most`.
int longest_junction(const RoadLayout& layout, int most);

/// Of parameters that problems() finds nothing in.
RoadLayout layout_of(const RoadParams& p);
/// Also with fewer stations than wanted; nothing if the map cannot be read or has no shelves.
std::optional<RoadLayout> readable_layout(const RoadParams& p);
RoadLayout lane_layout(const RoadParams& p);
/// Stations beside the highway of such a layout, at most.
int station_room(const RoadParams& p);
/// As far as the map has room: fewer stations than wanted, or shelves that are not reached, are
/// for the caller to tell.
RoadLayout map_layout(const Grid& floor, const RoadParams& p);

}  // namespace twinaxis::warehouse
