#pragma once
// Recordings as CSV (RFC 4180: CRLF, a field with a comma, quote or line break is quoted).

#include <iosfwd>

#include "sim/run/recording.h"

namespace twinaxis {

/// "time_s,name [unit],..." and a line for each recorded time. Times are exact decimals, values the
/// shortest text that reads back to the same bits ("nan", "inf" where they are). Needs the columns
/// to be loaded (read_recording). A failed write shows in the state of `out`.
void write_csv(const Recording& recording, std::ostream& out);
/// "time_s,name,detail,value,unit" and a line for each event.
void write_events_csv(const Recording& recording, std::ostream& out);

}  // namespace twinaxis
