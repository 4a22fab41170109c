from jcssa_desktop.system.resources import resource_folder


def test_the_resources_are_found() -> None:
    folder = resource_folder()
    assert (folder / "i18n" / "messages" / "system_ja.toml").is_file()
    assert (folder / "catalogue").is_dir()
