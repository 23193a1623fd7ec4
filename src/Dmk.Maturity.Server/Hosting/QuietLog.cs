using Microsoft.Extensions.Configuration.Memory;

namespace Dmk.Maturity.Server;

/// <summary>What a server says while it runs: warnings and its own few notes, on the error stream, so that output stays for
/// results.</summary>
/// <remarks>JSON when something else than a person reads it. No room ever logs a code, a token or an answer.</remarks>
internal static class QuietLog
{
    /// <summary>What is shown unless an operator asks for more or less.</summary>
    private static readonly LogSetting[] _defaults =
    [
        new("Default", LogLevel.Warning),
        // It warns that the keys of forms lie unencrypted on disk; so does everything in the data folder, which only its owner can read.
        new("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
        // Why a start failed is told in one sentence by the command line.
        new("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical),
        // Would log an error at every question of a watch; what is wrong is logged once by the room that it is wrong in.
        new("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical),
        // A page that holds a form may not be kept by anybody, which is stricter than what the guard of forms wishes to set and warns
        // about. A cookie that is not ours is an error to it, with a stack trace for whoever sends one.
        new("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical),
    ];

    /// <param name="own">From which level our own notes are shown.</param>
    /// <param name="asked">Goes before the configuration, which goes before the defaults.</param>
    /// <exception cref="FaultException">Some level in the configuration is none.</exception>
    public static void Use(IHostApplicationBuilder builder, LogLevel own, IEnumerable<LogSetting> asked)
    {
        var configuration = builder.Configuration;
        configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource { InitialData = _defaults.Append(new("Dmk.Maturity", own)).Select(one => one.Configured()) }
        );
        configuration.AddInMemoryCollection(
            asked.Reverse().DistinctBy(one => one.Category, StringComparer.OrdinalIgnoreCase).Select(one => one.Configured())
        );
        LogSetting.Check(configuration);
        WriteToErrors(builder.Logging);
    }

    /// <summary>For what happens before there is a host.</summary>
    public static ILoggerFactory BeforeStart(IConfiguration configuration) =>
        LoggerFactory.Create(logging =>
        {
            logging.AddConfiguration(configuration.GetSection("Logging"));
            WriteToErrors(logging);
        });

    private static void WriteToErrors(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected)
        {
            logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        }
        else
        {
            logging.AddSimpleConsole(simple =>
            {
                simple.SingleLine = true;
                simple.TimestampFormat = "HH:mm:ss ";
            });
        }
    }
}
