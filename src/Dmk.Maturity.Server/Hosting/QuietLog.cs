namespace Dmk.Maturity.Server;

/// <summary>What a server says while it runs: warnings and its own few notes, on the error stream, so that output stays for
/// results.</summary>
/// <remarks>JSON when something else than a person reads it. No room ever logs a code, a token or an answer.</remarks>
internal static class QuietLog
{
    public static void Use(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Dmk.Maturity", LogLevel.Information);

        // It warns that the keys of forms lie unencrypted on disk; so does everything in the data folder, which only its owner can read.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // Why a start failed is told in one sentence by the command line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // A page that holds a form may not be kept by anybody, which is stricter than what the guard of forms wishes to set and warns
        // about.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
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
