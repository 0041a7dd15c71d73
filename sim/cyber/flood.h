#pragma once
// What competing traffic does to a message: loss and waiting in a finite queue.
//
// A flood is a load ratio, not packets: rho = flood rate / bandwidth of a segment. The segment is
// taken as an M/M/1/K queue of frames; a message that arrives finds n frames before it with
//
//   P(n) = (1 - rho) rho^n / (1 - rho^(K+1)),   n = 0 .. K,
//
// and is lost if the buffer is full (n = K), which for rho > 1 tends to 1 - 1/rho, the part of the
// load that a saturated line cannot carry. If it is not lost it waits for the n frames before it.
// Source: Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 4th ed. (2008),
// section 2.5. Waits of successive messages are drawn independently: assumption, right when the
// queue (at most 16 ms at 100 Mbit/s) empties faster than messages follow each other.

#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/random.h"
#include "sim/core/time.h"
#include "sim/cyber/topology.h"

namespace twinaxis::cyber {

/// A full Ethernet frame (IEEE 802.3: 1500 bytes of payload and 18 of header).
inline constexpr double kFrame_bytes = 1518;
/// Frames that a switch port buffers. Assumption: 128 frames, about 190 kB.
inline constexpr int kBuffer_frames = 128;

/// Probability that a message is lost on a segment with this load ratio >= 0.
double flood_loss_probability(double load_ratio);

/// Frames before a message that was not lost; `uniform` in (0, 1).
int flood_queue_frames(double load_ratio, double uniform);

/// The time that these frames take on a segment.
Duration flood_wait(int frames, double bandwidth_bytes_per_s);

/// What happens to one message on its way.
struct Passage {
  bool lost = false;
  Duration hold{};     ///< extra delay
  bool twice = false;  ///< a second copy follows
};

/// The floods on every segment of a network.
class Congestion {
 public:
  explicit Congestion(std::vector<Segment> segments);

  void clear();
  /// One aggregated flow along a path; behind a bottleneck only what it carries goes on.
  void add(std::span<const std::size_t> path, double rate_bytes_per_s);
  /// Draws loss and waiting of message `number` on each loaded segment of a path.
  Passage pass(std::span<const std::size_t> path, const Stream& stream, std::uint64_t number) const;
  bool idle() const { return idle_; }

 private:
  std::vector<Segment> segments_;
  std::vector<double> load_bytes_per_s_;
  bool idle_ = true;
};

}  // namespace twinaxis::cyber
