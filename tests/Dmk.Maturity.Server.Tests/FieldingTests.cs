using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server.Tests;

/// <summary>An office takes a folder of its own and fields it, command by command.</summary>
public sealed class FieldingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_census_of_the_Laender_is_fielded_up_to_the_receipt_of_one_Land()
    {
        var published = await Good("study", "publish", Folder("laenderabfrage-fachkraefte"));
        Assert.Matches("^laender-2027 is published: [0-9a-f]{64}\nasks laenderabfrage-fachkraefte 1.0.0: [0-9a-f]{64}\n", published);
        Assert.EndsWith("Next: frame import FILE --study laender-2027\n", published, StringComparison.Ordinal);
        var again = await Good("study", "publish", Folder("laenderabfrage-fachkraefte"));
        Assert.StartsWith(
            "laender-2027 has been published with this content already; nothing has changed.\n",
            again,
            StringComparison.Ordinal
        );
        const string Undrawn =
            "laender-2027 has no sample yet: nobody is drawn whom it could ask. Next: frame import FILE --study laender-2027\n";
        Assert.Equal(Undrawn, (await Run("study", "open", "laender-2027")).Errors);
        var early = await Run("invitations", "export", "--study", "laender-2027", "--out", _folder.Of("codes.csv"));
        Assert.Equal((1, "", Undrawn), (early.ExitCode, early.Output, early.Errors));

        var laender = new[] { "SH", "HH", "NI", "HB", "NW", "HE", "RP", "BW", "BY", "SL", "BE", "BB", "MV", "SN", "ST", "TH" };
        var frame = Write(
            "laender.csv",
            "unit;land;name\n" + string.Concat(laender.Select(land => $"IT-{land};{land};Staatskanzlei {land}\n"))
        );
        var imported = await Good("frame", "import", frame, "--study", "laender-2027");
        Assert.Contains("16 companies in 16 strata", imported, StringComparison.Ordinal);
        Assert.EndsWith("Next: sample draw --study laender-2027 --allocation FILE\n", imported, StringComparison.Ordinal);
        Assert.EndsWith(
            "Next: sample draw --study laender-2027 --allocation FILE\n",
            (await Run("invitations", "export", "--study", "laender-2027", "--out", _folder.Of("codes.csv"), "--reissue")).Errors,
            StringComparison.Ordinal
        );

        var proportional = Write("part.yaml", "method: proportional\ntotal: 8\n");
        Assert.Contains(
            "part.yaml:1:9: error out-of-range: laender-2027 is a census",
            (await Run("sample", "draw", "--study", "laender-2027", "--allocation", proportional)).Errors,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "This is a folder. Name a file in it.",
            (await Run("sample", "draw", "--study", "laender-2027", "--allocation", _folder.Of("."))).Errors,
            StringComparison.Ordinal
        );
        var everybody = Write("all.yaml", "method: census\n");
        var drawn = await Good("sample", "draw", "--study", "laender-2027", "--allocation", everybody, "--seed", "7");
        Assert.Contains("census: 16 of 16 companies\nDrawn with seed 7.\nNext: study open laender-2027\n", drawn, StringComparison.Ordinal);
        Assert.Contains(
            "laender-2027: in field\nNext: invitations export",
            await Good("study", "open", "laender-2027"),
            StringComparison.Ordinal
        );
        await Good("invitations", "export", "--study", "laender-2027", "--out", _folder.Of("codes.csv"));
        var letters = CodesFile.Read(_folder.Of("codes.csv"));
        Assert.Equal(laender.Order(), letters.Select(letter => letter.Stratum.Land).Order());

        await Submit(letters.Single(letter => letter.Stratum.Land == "SN"));

        var status = await Good("study", "status", "laender-2027");
        Assert.Contains("sample: 16 companies, census, seed 7, from all.yaml on ", status, StringComparison.Ordinal);
        Assert.Contains("SN        1 of       1 submitted\n", status, StringComparison.Ordinal);
        Assert.Contains("all       1 of      16 submitted\n", status, StringComparison.Ordinal);
        Assert.Contains("BE        0 of       1 submitted\n", status, StringComparison.Ordinal);
        Assert.EndsWith(
            "Next: serve, until the companies have answered; study close laender-2027 ends it\n",
            status,
            StringComparison.Ordinal
        );
        var late = await Run("frame", "import", frame, "--study", "laender-2027");
        Assert.Equal(1, late.ExitCode);
        Assert.Contains("sample-drawn", late.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("verify")).ExitCode);
    }

    [Fact]
    public async Task Where_another_process_holds_the_folder_and_takes_no_commands_a_command_says_what_to_do()
    {
        await Good("study", "publish", Folder("laenderabfrage-fachkraefte"));
        using (Storage.DataFolder.Open(_folder.Of("data")))
        {
            var refused = await Run("study", "status", "laender-2027");
            Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
            Assert.Contains("is in use by another process that takes no commands", refused.Errors, StringComparison.Ordinal);
            Assert.Contains("the server is starting or stopping", refused.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("(", refused.Errors, StringComparison.Ordinal);
            Assert.Contains("of an earlier version", refused.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_another_command_holds_the_folder_the_second_says_so_and_waits_for_its_turn()
    {
        await Good("study", "publish", Folder("laenderabfrage-fachkraefte"));
        Task<Typed> second;
        using (Storage.DataFolder.Open(_folder.Of("data")))
        {
            second = Task.Run(() => Run("study", "status", "laender-2027"), TestContext.Current.CancellationToken);
            await Task.Delay(1500, TestContext.Current.CancellationToken);
            Assert.False(second.IsCompleted);
        }

        var typed = await second;

        Assert.Equal(0, typed.ExitCode);
        Assert.Equal(
            "Waiting up to 10 seconds for another command, or a server that is starting, which has the data folder "
                + $"{_folder.Of("data")} open.\n",
            typed.Errors
        );
    }

    [Fact]
    public async Task A_sample_of_300_companies_is_drawn_in_proportion_and_answers()
    {
        await Good("study", "publish", Folder("pilotstudie-wirtschaft"), "--synthetic");
        await Good("frame", "import", Write("frame.csv", Companies()), "--study", "pilot-2027");
        var allocation = Write("allocation.yaml", "method: proportional\ntotal: 60\ntakeAll: [\"*/*/S4\"]\n");
        var first = await Good("sample", "draw", "--study", "pilot-2027", "--allocation", allocation, "--seed", "11", "--dry-run");
        Assert.EndsWith("Nobody was drawn: --dry-run.\n", first, StringComparison.Ordinal);
        await Good("sample", "draw", "--study", "pilot-2027", "--allocation", allocation, "--seed", "11");
        await Good("study", "open", "pilot-2027");
        await Good("invitations", "export", "--study", "pilot-2027", "--out", _folder.Of("codes.csv"));
        Assert.Equal(60, CodesFile.Read(_folder.Of("codes.csv")).Count);

        await using (var server = DmkServer.Build(new ServerSettings(_folder.Of("data"), Repository.Questionnaires, "http://127.0.0.1:0")))
        {
            await server.StartAsync(Cancellation);
            var simulated = await Typed.Run("simulate", "--codes", _folder.Of("codes.csv"), "--url", server.Urls.Single());
            Assert.Equal(0, simulated.ExitCode);
            await server.StopAsync(Cancellation);
        }

        using var status = JsonDocument.Parse(await Good("study", "status", "pilot-2027", "--format", "json"));
        var (frame, sample) = (status.RootElement.GetProperty("frame"), status.RootElement.GetProperty("sample"));
        Assert.Equal((300, 60), (frame.GetProperty("companies").GetInt32(), sample.GetProperty("companies").GetInt32()));
        Assert.All(
            sample.GetProperty("strata").EnumerateArray(),
            stratum =>
                Assert.True(
                    !stratum.GetProperty("stratum").GetString()!.EndsWith("S4", StringComparison.Ordinal)
                        || stratum.GetProperty("drawn").GetInt64() == stratum.GetProperty("population").GetInt64()
                )
        );
        Assert.EndsWith(
            "Next: study close pilot-2027, as all companies have submitted\n",
            await Good("study", "status", "pilot-2027"),
            StringComparison.Ordinal
        );
        Assert.Equal(60, status.RootElement.GetProperty("laender").EnumerateArray().Sum(land => land.GetProperty("submitted").GetInt32()));
        Assert.Equal(0, (await Run("verify")).ExitCode);
    }

    [Fact]
    public async Task Made_up_answers_to_a_study_of_real_companies_are_refused_before_one_is_sent()
    {
        await Good("study", "publish", Folder("pilotstudie-wirtschaft"));
        await Good("frame", "import", Write("frame.csv", Companies()), "--study", "pilot-2027");
        var allocation = Write("allocation.yaml", "method: proportional\ntotal: 30\n");
        await Good("sample", "draw", "--study", "pilot-2027", "--allocation", allocation, "--seed", "11");
        await Good("study", "open", "pilot-2027");
        await Good("invitations", "export", "--study", "pilot-2027", "--out", _folder.Of("codes.csv"));

        await using (var server = DmkServer.Build(new ServerSettings(_folder.Of("data"), Repository.Questionnaires, "http://127.0.0.1:0")))
        {
            await server.StartAsync(Cancellation);
            foreach (var mode in Enum.GetNames<LoadMode>())
            {
                var simulated = await Typed.Run([
                    "simulate",
                    "--mode",
                    mode,
                    "--codes",
                    _folder.Of("codes.csv"),
                    "--url",
                    server.Urls.Single(),
                ]);
                Assert.Equal((1, ""), (simulated.ExitCode, simulated.Output));
                Assert.StartsWith("pilot-2027 is a study of real companies", simulated.Errors, StringComparison.Ordinal);
                Assert.Contains("--synthetic", simulated.Errors, StringComparison.Ordinal);
            }

            await server.StopAsync(Cancellation);
        }

        using var status = JsonDocument.Parse(await Good("study", "status", "pilot-2027", "--format", "json"));
        Assert.All(
            status.RootElement.GetProperty("laender").EnumerateArray(),
            land => Assert.Equal(0, land.GetProperty("submitted").GetInt32())
        );
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_companies_and_another_seed_others()
    {
        var seeds = new[] { "11", "11", "12" };
        var samples = new List<string[]>();
        foreach (var (place, seed) in seeds.Index())
        {
            var data = string.Create(CultureInfo.InvariantCulture, $"data{place}");
            await Good(data, "study", "publish", Folder("pilotstudie-wirtschaft"));
            var lines = Companies().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string[] turned = [lines[0], .. place == 1 ? lines[1..].Reverse() : lines[1..]];
            await Good(data, "frame", "import", Write("frame.csv", string.Join('\n', turned)), "--study", "pilot-2027");
            var allocation = Write("allocation.yaml", "method: equal\ntotal: 60\n");
            await Good(data, "sample", "draw", "--study", "pilot-2027", "--allocation", allocation, "--seed", seed);
            await Good(data, "study", "open", "pilot-2027");
            var codes = _folder.Of($"codes-{data}.csv");
            await Good(data, "invitations", "export", "--study", "pilot-2027", "--out", codes);
            samples.Add([.. CodesFile.Read(codes).Select(letter => letter.UnitId)]);
        }

        Assert.Equal(samples[0], samples[1]);
        Assert.NotEqual(samples[0].Order(), samples[2].Order());
    }

    [Fact]
    public async Task A_frame_with_mistakes_names_them_by_row_and_column_and_stores_nothing()
    {
        await Good("study", "publish", Folder("pilotstudie-wirtschaft"));
        var wrong = Write(
            "frame.csv",
            "unit,land,wz2008,persons,name,previous.it_staff\nA1,SN,62.01,12,,\nA1,SN,62.01,12,,\nA3,XX,1.11,viele,,\nA4,SN,01.11,5,,\n"
        );

        var refused = await Run("frame", "import", wrong, "--study", "pilot-2027");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("row 1, column previous.it_staff: ", refused.Errors, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(wrong, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            wrong,
            text.Replace(",previous.it_staff", "", StringComparison.Ordinal).Replace(",,\n", ",\n", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        refused = await Run("frame", "import", wrong, "--study", "pilot-2027");
        Assert.Contains("row 3, column unit: 'A1' stands in row 2 already.", refused.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "row 4, column land: 'XX' is no code of 'land'. There are: SH, HH, NI, HB, NW, HE, RP, BW, BY, SL, BE, BB, MV, SN, ST, TH.\n",
            refused.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("row 4, column wz2008: '1.11' has lost its leading zero", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("row 4, column persons: 'viele' is no number of persons.", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("The company has no", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(3, refused.Errors.Split('\n').Count(line => line.Contains("row 4,", StringComparison.Ordinal)));
        Assert.Contains("row 5, column wz2008: '01.11' belongs to no sector.", refused.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was stored.\n", refused.Errors, StringComparison.Ordinal);
        Assert.EndsWith(
            "Next: frame import FILE --study pilot-2027\n",
            await Good("study", "status", "pilot-2027"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Which_codes_there_are_is_told_once_and_rows_beyond_the_first_twenty_are_counted()
    {
        await Good("study", "publish", Folder("pilotstudie-wirtschaft"));
        var rows = string.Concat(Enumerable.Range(1, 21).Select(number => $"A{number},XX,trade,S1\n"));

        var refused = await Run("frame", "import", Write("frame.csv", $"unit,land,sector,size\n{rows}"), "--study", "pilot-2027");

        var lines = refused.Errors.Split('\n');
        Assert.Equal(20, lines.Count(line => line.Contains("'XX' is no code of 'land'.", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.Contains("There are: SH, ", StringComparison.Ordinal));
        Assert.Contains(
            "row 2,",
            lines.First(line => line.Contains("There are: SH, ", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "'XX' is no code of 'land'.\n... and 1 more mistake.\nNothing was stored.\n",
            refused.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_second_import_replaces_the_first_and_forgets_names_that_are_gone()
    {
        await Good("study", "publish", Folder("pilotstudie-wirtschaft"));
        await Good(
            "frame",
            "import",
            Write("one.csv", "unit,land,sector,size,name\nA,SN,trade,S1,Alt\nB,SN,trade,S1,Bleibt\n"),
            "--study",
            "pilot-2027"
        );

        var replaced = await Good(
            "frame",
            "import",
            Write("two.csv", "unit\tland\tsector\tsize\tname\nB\tSN\ttrade\tS1\tBleibt\n"),
            "--study",
            "pilot-2027"
        );

        Assert.Contains("in the place of the earlier one of 2 companies", replaced, StringComparison.Ordinal);
        Assert.Contains(
            "frame: 1 company in 1 stratum, from two.csv",
            await Good("study", "status", "pilot-2027"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Alt",
            await File.ReadAllTextAsync(Contacts(), System.Text.Encoding.Latin1, Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_study_every_command_says_what_to_do()
    {
        Directory.CreateDirectory(_folder.Of("data"));
        foreach (
            var command in (string[][])
                [
                    ["study", "open", "x"],
                    ["study", "status", "x"],
                    ["frame", "import", "f.csv", "--study", "x"],
                ]
        )
        {
            Assert.Contains("Next: study publish PATH", (await Run(command)).Errors, StringComparison.Ordinal);
        }
    }

    private static string Companies()
    {
        string[] laender = ["SN", "BY", "HH"];
        string[] sectors = ["trade", "construction"];
        var lines = Enumerable
            .Range(0, 300)
            .Select(i =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"U{i:000},{laender[i % 3]},{sectors[i / 3 % 2]},{(i % 50 == 0 ? 400 : i % 7 == 0 ? 20 : 3)},Firma {i}"
                )
            );
        return "unit,land,sector,persons,name\n" + string.Join('\n', lines) + "\n";
    }

    private async Task Submit(Invitation letter)
    {
        using var host = DmkServer.BuildInside(new ServerSettings(_folder.Of("data"), Repository.Questionnaires));
        await host.StartAsync(Cancellation);
        var channel = new GrainChannel(host.Services);
        var visit = await channel.Enter(letter.AccessCode, Cancellation);
        var answers = new Dictionary<string, Answer>
        {
            ["land"] = new Answer.Coded("SN"),
            ["unit"] = new Answer.Words("Staatskanzlei"),
            ["it_staff"] = new Answer.Number(12),
        };
        answers = answers
            .Where(answer => visit.Questionnaire.Validate(answer.Key, answer.Value) is null)
            .ToDictionary(StringComparer.Ordinal);
        var receipt = await channel.Submit(visit, visit.Revision, "key", answers, new Dictionary<string, string>(), Cancellation);
        Assert.NotEmpty(receipt.Number);
        await host.StopAsync(CancellationToken.None);
    }

    private string Contacts() => _folder.Of(Path.Combine("data", "contacts.db"));

    private static string Folder(string name) => Path.Combine(Repository.Questionnaires, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.Of(name), text);
        return _folder.Of(name);
    }

    private Task<Typed> Run(params string[] arguments) => Typed.Run([.. arguments, "--data", _folder.Of("data")]);

    private Task<string> Good(string first, string second, params string[] more) =>
        first.StartsWith("data", StringComparison.Ordinal) ? GoodIn(first, [second, .. more]) : GoodIn("data", [first, second, .. more]);

    private async Task<string> GoodIn(string data, string[] arguments)
    {
        var typed = await Typed.Run([.. arguments, "--data", _folder.Of(data)]);
        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        return typed.Output;
    }
}
