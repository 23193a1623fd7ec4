using System.Collections.Concurrent;
using Dmk.Maturity.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>How many companies have begun and not submitted, counted at most every five minutes, as a count looks at all
/// responses.</summary>
public sealed class BegunResponses(Drafts drafts, [FromKeyedServices(SurveyTime.Key)] TimeProvider time)
{
    private static readonly TimeSpan _shared = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Task<IReadOnlyDictionary<string, long>> Count)> _known = new();

    /// <summary>By Land.</summary>
    public Task<IReadOnlyDictionary<string, long>> Of(string study)
    {
        var now = time.GetUtcNow();
        return _known
            .AddOrUpdate(
                study,
                _ => (now, drafts.Count(study, CancellationToken.None)),
                (_, known) =>
                    (now - known.At).Duration() < _shared && !known.Count.IsFaulted
                        ? known
                        : (now, drafts.Count(study, CancellationToken.None))
            )
            .Count;
    }
}
