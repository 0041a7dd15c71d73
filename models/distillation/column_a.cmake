# Reference plants: Column A with its two-point control, Wood-Berry.
target_sources(twinaxis_distillation PRIVATE
               ${CMAKE_CURRENT_LIST_DIR}/column_a.cpp ${CMAKE_CURRENT_LIST_DIR}/column_a_params.cpp
               ${CMAKE_CURRENT_LIST_DIR}/column_a_points.cpp
               ${CMAKE_CURRENT_LIST_DIR}/two_point_control.cpp
               ${CMAKE_CURRENT_LIST_DIR}/wood_berry.cpp)
target_link_libraries(twinaxis_distillation PUBLIC twinaxis_physics twinaxis_control)
