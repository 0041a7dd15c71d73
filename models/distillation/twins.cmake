# The twins: plants with their controllers, people and networks.
target_sources(twinaxis_distillation PRIVATE
               ${CMAKE_CURRENT_LIST_DIR}/bt1_control.cpp ${CMAKE_CURRENT_LIST_DIR}/bt1_network.cpp
               ${CMAKE_CURRENT_LIST_DIR}/bt1_people.cpp ${CMAKE_CURRENT_LIST_DIR}/bt1_twin.cpp
               ${CMAKE_CURRENT_LIST_DIR}/column_a_twin.cpp)
target_link_libraries(twinaxis_distillation PUBLIC twinaxis_cyber twinaxis_physics twinaxis_control)
