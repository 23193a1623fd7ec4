namespace Dmk.Maturity.Server.Tests;

/// <summary>What a running server does not take as a command; nothing of it changes the data folder.</summary>
public sealed class RefusedCallsTests(EmptyServer server) : IClassFixture<EmptyServer>
{
    [Theory]
    [InlineData("serve")]
    [InlineData]
    [InlineData("backup", "file.tar")]
    [InlineData("restore", "file.tar", "--data", "elsewhere")]
    [InlineData("verify")]
    [InlineData("simulate", "--codes", "file.csv")]
    [InlineData("questionnaire", "preview", ".")]
    [InlineData("questionnaire", "check", ".")]
    [InlineData("classification", "list")]
    public async Task What_needs_no_data_folder_is_refused(params string[] command)
    {
        using var line = await Call.Of(server.Data, command);

        var (errors, exitCode) = Call.Heard(line);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("This is no command that works on the data folder of a running server.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Protocol":2,"Arguments":["token","list"],"Folder":"/tmp"}""")]
    [InlineData("""{"Protocol":1,"Arguments":["token",null],"Folder":"/tmp"}""")]
    [InlineData("""{"Protocol":1,"Arguments":["token","list"],"Folder":"tmp"}""")]
    public async Task A_call_that_is_none_is_refused_and_the_next_one_served(string call)
    {
        using var line = Call.To(server.Data);
        line.Send(Signal.Command, call);

        var (errors, exitCode) = Call.Heard(line);

        Assert.Equal(1, exitCode);
        Assert.Contains("does not understand this call", errors, StringComparison.Ordinal);
        Assert.Equal(0, (await Typed.Run("token", "list", "--data", server.Data)).ExitCode);
    }
}
