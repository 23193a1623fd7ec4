using System.Xml;
using System.Xml.Linq;
using Dmk.Maturity.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dmk.Maturity.Server;

/// <summary>The keys with which forms are sealed, in the data folder: a company must not be the first to meet that one of them cannot be
/// read, or that the next one cannot be written.</summary>
internal sealed class FormKeys(string folder) : IHealthCheck
{
    public static FormKeys In(string data) => new(Path.GetFullPath(Path.Combine(data, "keys", "forms")));

    public DirectoryInfo Folder => new(folder);

    /// <summary>Reads all of them, and makes the folder and the first one.</summary>
    /// <exception cref="DataFolderException">One sentence with what to do.</exception>
    public void Check(IServiceProvider services)
    {
        if (Fault() is { } fault)
        {
            throw new DataFolderException(fault);
        }

        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([1]);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Fault() is null ? HealthCheckResult.Healthy() : new(context.Registration.FailureStatus, "form-keys"));

    private string? Fault()
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
            {
                if (DamageOf(file) is { } damage)
                {
                    return $"The key of forms {file} is damaged: {damage} Put it back from a backup, or remove it; forms that are open "
                        + "then have to be sent again.";
                }
            }

            var trial = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(trial, "");
            File.Delete(trial);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return NotUsable(folder, exception);
        }
    }

    private static string? DamageOf(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            XElement.Load(text);
            return null;
        }
        catch (XmlException exception)
        {
            return exception.Message;
        }
    }

    private static string NotUsable(string folder, Exception exception) =>
        $"The folder of the keys of forms {folder} cannot be used: {exception.Message} Give this server's user the right to read and write "
        + "there.";
}
