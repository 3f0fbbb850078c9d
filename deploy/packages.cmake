# Two Debian packages from one build: resonance-kiosk (the terminal) and resonance (the desk).
#   cmake --build build/release --target package
include(GNUInstallDirs)
set(SHARE share/resonance)

function(component name)
  if(TARGET ${name})
    install(TARGETS ${name} RUNTIME DESTINATION bin COMPONENT ${ARGV1})
  endif()
endfunction()
component(resonance-kiosk kiosk)
component(resonance desk)

install(FILES deploy/resonance-kiosk.service DESTINATION lib/systemd/system COMPONENT kiosk)
install(FILES deploy/resonance-kiosk.sysusers DESTINATION lib/sysusers.d
  RENAME resonance-kiosk.conf COMPONENT kiosk)
install(FILES deploy/xorg.conf DESTINATION ${SHARE} COMPONENT kiosk)
install(FILES deploy/guide/guide.txt DESTINATION share/doc/resonance-kiosk COMPONENT kiosk)
install(FILES LICENSE DESTINATION share/doc/resonance-kiosk RENAME copyright COMPONENT kiosk)
install(FILES LICENSE DESTINATION share/doc/resonance RENAME copyright COMPONENT desk)
install(DIRECTORY questionnaires/strategy-fit DESTINATION ${SHARE}/questionnaires COMPONENT desk)
install(FILES questionnaires/FORMAT.md questionnaires/RECORD.md DESTINATION share/doc/resonance
  COMPONENT desk OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Resonance")
set(CPACK_PACKAGE_CONTACT "The Resonance maintainers <maintainers@resonance.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL kiosk desk)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(CPACK_DEBIAN_KIOSK_PACKAGE_NAME resonance-kiosk)
set(CPACK_COMPONENT_KIOSK_DESCRIPTION
  "hiring for fit: the terminal for candidates\n Runs full-screen on its own virtual terminal, keeps every answer sealed and\n cannot open a finished result.")
set(CPACK_DEBIAN_KIOSK_PACKAGE_DEPENDS
  "fonts-inter, fonts-noto-core, xinit, xserver-xorg-core, xserver-xorg-input-libinput, x11-xkb-utils, adduser, systemd")
set(CPACK_DEBIAN_KIOSK_PACKAGE_CONTROL_EXTRA
  "${CMAKE_SOURCE_DIR}/deploy/debian/postinst;${CMAKE_SOURCE_DIR}/deploy/debian/prerm;${CMAKE_SOURCE_DIR}/deploy/debian/postrm")

set(CPACK_DEBIAN_DESK_PACKAGE_NAME resonance)
set(CPACK_COMPONENT_DESK_DESCRIPTION
  "hiring for fit: the desk for recruiters\n Makes keys, vacancies and access codes, opens sealed results, shows how far\n a person and an organization resonate and how sure that is.")
set(CPACK_DEBIAN_DESK_PACKAGE_SUGGESTS "age, minisign")
include(CPack)
