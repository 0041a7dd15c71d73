#include "analysis/harm_words.h"

#include <array>

#include "analysis/words.h"

namespace twinaxis::analysis {
namespace {

constexpr double kTold = 0.01;  ///< a chance below is not told, one as near to 1 as certain

struct Class {
  double count, probability;  ///< counted; of at least one person so badly hurt or worse
  Text name, chance;
};

std::array<Class, 3> classes_of(const Casualties& c) {
  return {{{c.deaths, c.probability_of_death, {"死亡", "dead"}, {"死亡", "a death"}},
           {c.serious,
            c.probability_of_serious,
            {"重傷", "serious"},
            {"重傷以上", "a serious injury or worse"}},
           {c.slight, c.probability_of_injury, {"軽傷", "slight"}, {"負傷", "an injury"}}}};
}

void append(Text& line, const Text& part) {
  if (!line.en.empty()) line = line + Text{"・", ", "};
  line = line + part;
}

}  // namespace

Text harm_words(const Casualties& casualties) {
  Text line;
  bool counted = false;
  double told = 0;  // a chance that a worse class has told already says nothing new
  for (const Class& one : classes_of(casualties)) {
    const bool open = !casualties.drawn && one.probability >= kTold && one.probability < 1 - kTold;
    const std::string chance = percent_words(one.probability);
    if (one.count > 0) {
      const std::string count = count_words(one.count);
      Text part{one.name.ja + count + "人", count + " " + one.name.en};
      if (!counted && open) part = part + Text{"(確率" + chance + ")", " (" + chance + ")"};
      append(line, part);
      counted = true;
    } else if (!counted && open && one.probability > told + kTold) {
      append(line,
             {one.chance.ja + "の確率" + chance, "chance of " + one.chance.en + " " + chance});
      told = one.probability;
    }
  }
  return line;
}

Casualties together(const std::vector<Casualties>& parties) {
  Casualties all;
  double no_death = 1, no_serious = 1, no_injury = 1;
  for (const Casualties& c : parties) {
    all.deaths += c.deaths;
    all.serious += c.serious;
    all.slight += c.slight;
    no_death *= 1 - c.probability_of_death;
    no_serious *= 1 - c.probability_of_serious;
    no_injury *= 1 - c.probability_of_injury;
    all.drawn = c.drawn;
  }
  all.probability_of_death = 1 - no_death;
  all.probability_of_serious = 1 - no_serious;
  all.probability_of_injury = 1 - no_injury;
  return all;
}

}  // namespace twinaxis::analysis
