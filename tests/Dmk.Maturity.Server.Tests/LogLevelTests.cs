using Dmk.Maturity.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Server.Tests;

public sealed class LogLevelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Each category with the lowest level that is shown when nobody asks for another one.</summary>
    public static TheoryData<string, LogLevel> Quiet =>
        new()
        {
            { "Dmk.Maturity.Grains.StudyJournal", LogLevel.Warning },
            { "Microsoft.AspNetCore.Routing.EndpointMiddleware", LogLevel.Warning },
            { "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error },
            { "Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Critical },
            { "Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical },
            { "Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning },
            { "Orleans.Runtime.Silo", LogLevel.Error },
        };

    [Theory]
    [MemberData(nameof(Quiet))]
    public void A_category_is_quiet_unless_somebody_asks(string category, LogLevel lowest) => Assert.Equal(lowest, LowestShown(category));

    [Fact]
    public async Task A_server_notes_what_happens_and_a_command_only_what_is_wrong()
    {
        const string own = "Dmk.Maturity.Grains.StudyJournal";
        Assert.Equal(LogLevel.Warning, LowestShown(own));

        await using var server = DmkServer.Build(new ServerSettings(_folder.Of("server"), Repository.Questionnaires, "http://127.0.0.1:0"));
        using var data = server.Services.GetRequiredService<DataFolder>();

        Assert.True(server.Services.GetRequiredService<ILoggerFactory>().CreateLogger(own).IsEnabled(LogLevel.Information));
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public void Configuration_turns_any_category_on(string category, LogLevel quiet)
    {
        Assert.NotEqual(LogLevel.Debug, quiet);
        foreach (var configured in new[] { category, Above(category) })
        {
            var variable = $"Logging__LogLevel__{configured}";
            Environment.SetEnvironmentVariable(variable, "Debug");
            try
            {
                Assert.Equal(LogLevel.Debug, LowestShown(category));
            }
            finally
            {
                Environment.SetEnvironmentVariable(variable, null);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public void The_command_line_turns_any_category_on(string category, LogLevel quiet)
    {
        Assert.NotEqual(LogLevel.Debug, quiet);
        Assert.Equal(LogLevel.Debug, LowestShown(category, $"{category}=Debug"));
        Assert.Equal(LogLevel.Debug, LowestShown(category, $"{Above(category)}=debug"));
    }

    [Fact]
    public void The_command_line_goes_before_the_configuration_and_its_last_word_counts()
    {
        const string Variable = "Logging__LogLevel__Microsoft.AspNetCore.Antiforgery";
        Environment.SetEnvironmentVariable(Variable, "Debug");
        try
        {
            Assert.Equal(
                LogLevel.Trace,
                LowestShown(
                    "Microsoft.AspNetCore.Antiforgery",
                    "Microsoft.AspNetCore.Antiforgery=None",
                    "Microsoft.AspNetCore.Antiforgery=Trace"
                )
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public void A_level_in_the_configuration_that_is_none_is_refused_in_a_sentence()
    {
        const string Variable = "Logging__LogLevel__Some.Test";
        Environment.SetEnvironmentVariable(Variable, "Loud");
        try
        {
            Assert.Equal(
                "Logging:LogLevel:Some.Test in the configuration: 'Loud' is no level; there are Trace, Debug, Information, Warning, "
                    + "Error, Critical, None.",
                Assert.Throws<FaultException>(() => LowestShown("Some.Test")).Message
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Theory]
    [InlineData("Orleans=Loud", "'Loud' is no level")]
    [InlineData("Orleans=3", "'3' is no level")]
    [InlineData("Orleans=", "'' is no level")]
    [InlineData("=Debug", "CATEGORY=LEVEL")]
    [InlineData("Orleans", "CATEGORY=LEVEL")]
    [InlineData("Orleans=Debug=Trace", "CATEGORY=LEVEL")]
    [InlineData("Or:leans=Debug", "CATEGORY=LEVEL")]
    public async Task A_wrong_log_is_refused_in_a_sentence(string asked, string words)
    {
        var typed = await Typed.Run("serve", "--log", "Dmk.Maturity=Debug", "--log", asked, "--data", _folder.Of("data"));

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(words, Assert.Single(typed.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("data")));
    }

    /// <summary>The category as it stands in the list of defaults.</summary>
    private static string Above(string category) =>
        new[]
        {
            "Dmk.Maturity",
            "Microsoft.AspNetCore.DataProtection",
            "Microsoft.AspNetCore.Antiforgery",
            "Microsoft.EntityFrameworkCore",
            "Orleans",
        }.FirstOrDefault(one => category.StartsWith(one + ".", StringComparison.Ordinal)) ?? category;

    private LogLevel LowestShown(string category, params string[] asked)
    {
        var settings = new ServerSettings(_folder.Of("data"), Repository.Questionnaires) { Log = [.. asked.Select(LogSetting.Parse)] };
        using var host = DmkServer.BuildInside(settings);
        using var data = host.Services.GetRequiredService<DataFolder>();
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        return Enum.GetValues<LogLevel>().First(level => level == LogLevel.None || log.IsEnabled(level));
    }
}
