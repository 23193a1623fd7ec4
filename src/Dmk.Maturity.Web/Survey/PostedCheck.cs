using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>The form of the last page as it came back.</summary>
/// <param name="Key">Chosen when the page was made, so that pressing twice submits once.</param>
/// <param name="Revision">Of the answers that the page showed.</param>
/// <param name="Seen">What had been confirmed when the page was made.</param>
/// <param name="Go">The button; empty for the one that submits.</param>
/// <param name="Confirmed">Checks that fire with the words that were ticked, with their reasons.</param>
/// <param name="Begun">Reasons of checks that were not ticked, or whose words have changed since.</param>
/// <param name="SeenTooLong">Checks whose reason was called too long already.</param>
public sealed record PostedCheck(
    string Key,
    long Revision,
    string Seen,
    string Go,
    IReadOnlyDictionary<string, string> Confirmed,
    IReadOnlyDictionary<string, string> Begun,
    IReadOnlyList<string> SeenTooLong
)
{
    private const int LongestKey = 100;

    /// <summary>Checks whose reason is too long.</summary>
    public IReadOnlyList<string> TooLong { get; } =
    [.. Confirmed.Concat(Begun).Where(one => !CheckReason.Fits(one.Value)).Select(one => one.Key)];

    /// <summary>What can be kept.</summary>
    public SentConfirmations Fitting => new(Seen, Fit(Confirmed), Fit(Begun));

    /// <summary>The value of a tick: stands for the words that were read, so that it confirms no others.</summary>
    public static string ValueOf(Remark check) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{check.Message.De}\n{check.Message.En}")).AsSpan(0, 8));

    /// <returns>Null where it is no form of ours.</returns>
    public static PostedCheck? Read(Visit visit, IFormCollection form)
    {
        var key = form["key!"].ToString();
        if (
            key.Length is 0 or > LongestKey
            || !long.TryParse(form["revision!"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
        )
        {
            return null;
        }

        var soft = visit.Fired.Where(fired => fired.Check.Level == CheckLevel.Soft).Select(fired => fired.Check).ToArray();
        var ticked = soft.Where(check => form["confirm!" + check.Id] == ValueOf(check)).ToArray();
        return new(
            key,
            revision,
            form["confirmed!"].ToString(),
            form["go!"].ToString(),
            ticked.ToDictionary(check => check.Id, check => ReasonFor(check, form), StringComparer.Ordinal),
            soft.Except(ticked)
                .Select(check => KeyValuePair.Create(check.Id, ReasonFor(check, form)))
                .Where(reason => reason.Value.Length > 0)
                .ToDictionary(StringComparer.Ordinal),
            form["long!"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    private static string ReasonFor(Remark check, IFormCollection form) =>
        new([
            .. LineEnds
                .Normalised(form["reason!" + check.Id].ToString())
                .Trim()
                .Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)),
        ]);

    private static Dictionary<string, string> Fit(IReadOnlyDictionary<string, string> reasons) =>
        reasons.Where(one => CheckReason.Fits(one.Value)).ToDictionary(StringComparer.Ordinal);
}
