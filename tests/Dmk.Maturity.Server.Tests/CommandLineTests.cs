namespace Dmk.Maturity.Server.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("bake", "'bake'")]
    [InlineData("questionnair new x", "Did you mean 'questionnaire'?")]
    [InlineData("study opn x", "There is no command 'study opn'. Did you mean 'open'?")]
    [InlineData("questionnaire", "'questionnaire' needs a further word. There are: new, check,")]
    [InlineData("questionnaire check", "PATH is missing: type 'questionnaire check PATH'.")]
    [InlineData("study open", "ID is missing: type 'study open ID'.")]
    [InlineData("classification search wz2025", "type 'classification search ID TEXT'")]
    [InlineData("serve --urls nowhere", "http://127.0.0.1:5080")]
    [InlineData("serve --demo-sample 7", "at least 100")]
    [InlineData("token create", "--role")]
    [InlineData("token create --role king", "king")]
    [InlineData("token create --role public", "--role is one of ministry, economist, operator, administrator, not 'public'.")]
    [InlineData("result table x --role public", "--role is one of ministry, economist, operator, administrator, not 'public'.")]
    [InlineData("token create --role ministry", "needs its Land, as in --land SN")]
    [InlineData("token create --role economist --land SN", "Leave it out")]
    [InlineData("token revoke", "revoke")]
    [InlineData("token revoke dmkt_secret", "itself")]
    [InlineData("token list --format yaml", "yaml")]
    [InlineData("token create --role 2", "not '2'")]
    [InlineData("token create --role Public", "not 'Public'")]
    [InlineData("audit list --since soon", "'soon'")]
    [InlineData("simulate", "--codes")]
    [InlineData("simulate --codes x.csv --responses many", "--responses is a whole number, not 'many'.")]
    [InlineData("sample draw --study x --allocation y --seed abc", "--seed is a whole number, not 'abc'.")]
    [InlineData("sample draw --study x --allocation y --seed 99999999999", "--seed is a whole number, not '99999999999'.")]
    [InlineData("sample draw --study x --allocation y --seed -1", "--seed must be at least 0.")]
    [InlineData("composite --data x --model y --unit z --seed 1.5", "--seed is a whole number, not '1.5'.")]
    [InlineData("estimate --data x --variable y --statistic share --at-least viel", "--at-least is a number, not 'viel'.")]
    [InlineData("estimate --data x --variable y --seed x'y", "--seed is a whole number, not 'x'y'.")]
    [InlineData("invitations export --study x --out y --count zehn", "--count is a whole number, not 'zehn'.")]
    [InlineData("classification search wz2025 --words x --first no", "--first is a whole number, not 'no'.")]
    [InlineData("study status pilot-2027 --format yaml", "yaml")]
    [InlineData("simulate --tables 5", "--token")]
    [InlineData("simulate --codes x.csv --concurrency 0", "at least 1")]
    [InlineData("simulate --codes x.csv --url https://example.org", "on this machine")]
    [InlineData("invitations export --study pilot-2027", "--out")]
    public async Task A_wrong_command_line_is_explained_and_ends_with_2(string line, string words)
    {
        var typed = await Typed.Run(line.Split(' '));

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(words, typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("dmkt_", typed.Errors, StringComparison.Ordinal);
        Assert.Empty(typed.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("simulate --help")]
    public async Task Help_is_no_mistake(string line)
    {
        var typed = await Typed.Run(line.Split(' '));

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("Usage:", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate --help")]
    [InlineData("invitations export --help")]
    public async Task All_there_are_is_no_number(string line) =>
        Assert.DoesNotContain("2147483647", (await Typed.Run(line.Split(' '))).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_data_folder_that_is_not_there_is_named()
    {
        var typed = await Typed.Run("study", "status", "pilot-2027", "--data", "/nowhere/at-all");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("/nowhere/at-all", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_not_taken_for_a_data_folder()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("letter.txt"), "Dear all", TestContext.Current.CancellationToken);

        var typed = await Typed.Run(
            "token",
            "create",
            "--role",
            "operator",
            "--data",
            folder.Location,
            "--questionnaires",
            Repository.Questionnaires
        );

        Assert.Equal(1, typed.ExitCode);
        Assert.Single(typed.Errors.TrimEnd().Split('\n'));
        Assert.Contains("letter.txt", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_of_another_version_is_refused_with_both_versions()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("format"), "dmk-maturity data folder 99\n", TestContext.Current.CancellationToken);

        var typed = await Typed.Run(
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            folder.Location,
            "--questionnaires",
            Repository.Questionnaires
        );

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("data folder 99", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_study_names_the_page_that_shows_one()
    {
        using var folder = new TemporaryFolder();

        var typed = await Typed.Run("study", "publish", folder.Location, "--data", folder.Of("data"));

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("docs/studies.md has an example", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_codes_with_other_columns_is_refused_with_those_that_are_expected()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("codes.csv"), "code\nABCD\n", TestContext.Current.CancellationToken);

        var typed = await Typed.Run("simulate", "--codes", folder.Of("codes.csv"), "--questionnaires", Repository.Questionnaires);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("unit_id, name, land, stratum, access_code", typed.Errors, StringComparison.Ordinal);
    }
}
