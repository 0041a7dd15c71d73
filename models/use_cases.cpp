// The list of use cases. A new one is a line here.

#include "models/distillation/twins.h"
#include "models/drone/twins.h"
#include "models/furnace/twins.h"
#include "models/warehouse/twins.h"
#include "models/water_heater/twins.h"
#include "models/welding_robot/twins.h"
#include "sim/run/use_case.h"

namespace twinaxis {

const std::vector<UseCase>& use_cases() {
  static const std::vector<UseCase> list{
      {"water_heater/home",
       "water_heater",
       "2-3-1",
       {"家庭用ガス給湯器の遠隔操作", "Remote control of a home gas water heater"},
       true,
       water_heater::make_home_twin},
      {"drone/park",
       "drone",
       "2-3-2",
       {"ドローンを活用した個人による写真撮影", "Private photography by drone"},
       true,
       drone::make_drone_twin},
      {"warehouse/site",
       "warehouse",
       "2-3-3",
       {"物流倉庫内のAGVによる自動ピッキング", "Automatic picking by AGVs in a warehouse"},
       true,
       warehouse::make_warehouse_twin},
      {"distillation/bt1",
       "distillation",
       "2-3-4",
       {"化学プラント施設内の蒸留工程の自動制御(ベンゼン・トルエン塔 BT-1)",
        "Automatic control of distillation in a chemical plant (benzene/toluene column BT-1)"},
       true,
       distillation::make_bt1_twin},
      {"distillation/column_a",
       "distillation",
       "2-3-4",
       {"参照プラント(Skogestad の Column A)", "Reference plant (Column A of Skogestad)"},
       false,
       distillation::make_column_a_twin},
      {"welding_robot/cell",
       "welding_robot",
       "2-3-5",
       {"工場内のロボットによる部材加工作業(溶接工程)の自動化",
        "Automation of part making by robots in a factory (welding)"},
       true,
       welding_robot::make_cell_twin},
      {"furnace/works",
       "furnace",
       "2-3-6",
       {"金属製造現場の温度センサ等による製造設備の状態監視(加熱炉・保持炉)",
        "Condition monitoring with temperature sensors in metal making (reheating and holding "
        "furnace)"},
       true,
       furnace::make_works_twin}};
  return list;
}

}  // namespace twinaxis
