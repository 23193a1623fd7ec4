using System.Formats.Tar;
using System.Text;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A file that is no backup, or no longer, is refused in one sentence, and nothing is written.</summary>
public sealed class HostileBackupTests(PreparedDemo demo) : IAsyncLifetime
{
    private static readonly string[] _parts = ["format", "keys/entry.key", "contacts.db", "maturity.db"];

    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Of("data");

    private string File => _folder.Of("data.backup");

    private string Fresh => _folder.Of("fresh");

    public async ValueTask InitializeAsync() => await demo.CopyTo(Data);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_is_refused_at_every_length()
    {
        await Backup();
        var whole = new FileInfo(File).Length;
        long[] lengths = [0, 1, 511, 512, 513, 1024, 5000, whole / 3, whole / 2, whole - 5000, whole - 1024, whole - 512, whole - 1];
        foreach (var length in lengths)
        {
            await Refused("(is cut off|is not a backup|is empty)", stream => stream.SetLength(length));
        }

        await Refused("something stands after its end", stream => stream.SetLength(whole + 512));
    }

    [Fact]
    public async Task A_byte_that_was_changed_anywhere_is_found()
    {
        await Backup();
        var whole = new FileInfo(File).Length;
        foreach (var place in Enumerable.Range(1, 9).Select(tenth => whole * tenth / 10).Concat([100, 130, 600, whole - 100]))
        {
            await Refused(
                "(is damaged|is cut off|is not a backup|no backup of this program)",
                stream =>
                {
                    stream.Position = place;
                    var old = stream.ReadByte();
                    stream.Position = place;
                    stream.WriteByte((byte)(old ^ 0x15));
                }
            );
        }
    }

    [Fact]
    public async Task A_backup_of_a_later_program_is_named()
    {
        await Hostile(
            "says \"dmk-maturity backup 2\"",
            [
                .. _parts.Select(name => Entry(name, "x")),
                Entry("manifest.json", """{ "format": "dmk-maturity backup 2", "colour": "red" }"""),
            ]
        );
    }

    [Fact]
    public async Task What_no_backup_holds_is_refused_and_nothing_is_written()
    {
        var good = Entry("format", "x");
        await Hostile("a file of another name", [good, Entry("../outside", "x")]);
        await Hostile("a file of another name", [good, Entry("/tmp/outside", "x")]);
        await Hostile("a file of another name", [Entry("keys/forms/../../outside.xml", "x")]);
        await Hostile("a file of another name", [good, Entry("keys/forms/a.xml.exe", "x")]);
        await Hostile("a file twice", [good, good]);
        await Hostile("a format of an impossible size", [Entry("format", new string('x', 100_000))]);
        await Hostile("a link", [new GnuTarEntry(TarEntryType.SymbolicLink, "format") { LinkName = "/etc/passwd" }]);
        await Hostile("a link", [new GnuTarEntry(TarEntryType.HardLink, "format") { LinkName = "manifest.json" }]);
        await Hostile("a link, a folder", [new GnuTarEntry(TarEntryType.Directory, "keys")]);
        await Hostile("another special entry", [new PaxTarEntry(TarEntryType.RegularFile, "format")]);
        await Hostile("another special entry", [Entry(new string('a', 300), "x")]);
        await Hostile("is not a backup", [good]);
        await Hostile("its manifest cannot be read", [good, Entry("manifest.json", "{")]);
        await Hostile(
            "other files than its manifest names",
            [good, Entry("manifest.json", Manifest("""{"name":"../x","bytes":1,"sha256":""}"""))]
        );
        await Hostile("keys/entry.key is missing", [good, Entry("manifest.json", Manifest("""{"name":"format","bytes":1,"sha256":""}"""))]);
        await Hostile(
            "format is not what was written",
            [
                .. _parts.Select(name => Entry(name, "x")),
                Entry(
                    "manifest.json",
                    Manifest(string.Join(',', _parts.Select(name => $$"""{"name":"{{name}}","bytes":1,"sha256":"00"}""")))
                ),
            ]
        );
    }

    private static string Manifest(string parts) =>
        $$"""
            { "format": "dmk-maturity backup 1", "program": "1", "madeAt": "2026-01-01T00:00:00Z", "folder": "f", "opening": 1,
              "submissions": [], "parts": [{{parts}}] }
            """;

    private static GnuTarEntry Entry(string name, string text) =>
        new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    private async Task Hostile(string words, IEnumerable<TarEntry> entries)
    {
        await using (var stream = System.IO.File.Create(File))
        await using (var tar = new TarWriter(stream))
        {
            foreach (var entry in entries)
            {
                if (entry.DataStream is { } content)
                {
                    content.Position = 0;
                }

                await tar.WriteEntryAsync(entry, TestContext.Current.CancellationToken);
            }
        }

        await Refused(words, _ => { });
        Assert.Equal(["data", "data.backup", "other.backup"], Names(_folder.Location));
    }

    /// <summary>One sentence, exit code 1, no folder.</summary>
    private async Task Refused(string words, Action<Stream> change)
    {
        var other = _folder.Of("other.backup");
        System.IO.File.Copy(File, other, overwrite: true);
        await using (var stream = System.IO.File.Open(other, FileMode.Open, FileAccess.ReadWrite))
        {
            change(stream);
        }

        var typed = await Typed.Run("restore", other, "--data", Fresh);

        Assert.Equal(1, typed.ExitCode);
        Assert.Matches(words, typed.Errors);
        Assert.Equal(1, typed.Errors.Count(letter => letter == '\n'));
        Assert.False(Directory.Exists(Fresh) || Directory.Exists(Fresh + ".new"));
    }

    private Task<Typed> Backup() => Typed.Run("backup", File, "--data", Data);

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
