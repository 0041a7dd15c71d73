#pragma once

namespace twinaxis {

/// std::visit(overload{...}, variant): one lambda per alternative, complete or it does not compile.
template <class... Ts>
struct overload : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
overload(Ts...) -> overload<Ts...>;

}  // namespace twinaxis
